// The suite of those for whom the native planner does not load: every router of these tests plans by the second one.
process.env.NEXUS_ROUTER_PLANNER = 'apollo';

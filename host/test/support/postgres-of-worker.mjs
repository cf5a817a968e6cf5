/** Names this worker's own cluster in NEXUS_TEST_PG, where the run has started one for each. */
process.env.NEXUS_TEST_PG ??= process.env[`NEXUS_TEST_PG_${process.env.JEST_WORKER_ID ?? '1'}`];

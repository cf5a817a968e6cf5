import { createRequire } from 'node:module';
import { parse } from 'graphql';
import { messageOf } from '../../support/message-of.js';
import { checkPlan } from '../check-plan.js';
import { NO_LABELS, type Planner, PlanningFailed } from '../planner.js';
import { readJoinFacts } from '../verify/join-facts.js';
import { convertApolloPlan } from './convert-apollo-plan.js';

const require = createRequire(import.meta.url);

/**
 * What a supergraph may ask of a router that runs Apollo's plans (`@link(for: EXECUTION | SECURITY)`).
 * The gateway of the same house knows the first half only; connectors are nobody's here.
 */
const SUPPORTED_FEATURES: ReadonlySet<string> = new Set(
  [
    ...['core/v0.1', 'core/v0.2', 'join/v0.1', 'join/v0.2', 'join/v0.3', 'join/v0.4', 'join/v0.5'],
    ...['tag/v0.1', 'tag/v0.2', 'tag/v0.3', 'inaccessible/v0.1', 'inaccessible/v0.2'],
    ...['authenticated/v0.1', 'requiresScopes/v0.1', 'policy/v0.1'],
    ...['context/v0.1', 'cost/v0.1', 'cacheTag/v0.1'],
  ].map((feature) => `https://specs.apollo.dev/${feature}`),
);

/**
 * The planner port over `@apollo/query-planner` (JavaScript, Elastic License 2.0). Its packages are
 * loaded by the first call, never by importing this file.
 * @throws what the packages say of a supergraph that they refuse, or when they are not installed
 */
export function apolloPlanner(supergraphSdl: string): Planner {
  const { QueryPlanner } =
    require('@apollo/query-planner') as typeof import('@apollo/query-planner');
  const { Supergraph, operationFromDocument } =
    require('@apollo/federation-internals') as typeof import('@apollo/federation-internals');
  const document = parse(supergraphSdl, { noLocation: true });
  const supergraph = Supergraph.build(document, {
    supportedFeatures: new Set(SUPPORTED_FEATURES),
  });
  // Fragments of subgraph operations save bytes on the wire and cost planning time.
  const planner = new QueryPlanner(supergraph, {
    reuseQueryFragments: false,
    incrementalDelivery: { enableDefer: true },
  });
  const schema = supergraph.apiSchema();
  const facts = readJoinFacts(document);

  return {
    plan(operation, operationName, labels = NO_LABELS) {
      try {
        const asked = operationFromDocument(schema, operation, {
          ...(operationName !== undefined && { operationName }),
          validate: false,
        });
        const overrideConditions = new Map([...labels].map((label) => [label, true]));
        const plan = convertApolloPlan(
          planner.buildQueryPlan(asked, { overrideConditions }).node,
          facts,
        );
        return checkPlan(plan, operation, facts);
      } catch (error) {
        if (error instanceof PlanningFailed) throw error;
        const message = messageOf(error);
        throw new PlanningFailed(message, { cause: error });
      }
    },
  };
}

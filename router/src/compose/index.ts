export { breakingChanges, type SchemaChange, type SchemaChanges } from './breaking-changes.js';
export {
  type CompositionProblem,
  type CompositionResult,
  composeSubgraphs,
  type SubgraphDefinition,
} from './compose.js';

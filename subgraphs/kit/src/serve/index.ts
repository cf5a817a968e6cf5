export type * from './serve.types.js';
export { serveSubgraph } from './serve-subgraph.js';

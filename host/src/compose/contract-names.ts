/** Files of the contract below `schema/`. */
export const SUPERGRAPH = 'supergraph.graphql';
export const API = 'api.graphql';

export function subgraphFile(name: string): string {
  return `subgraphs/${name}.graphql`;
}

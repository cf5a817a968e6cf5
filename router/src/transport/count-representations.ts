import type { SubgraphRequest } from './transport.js';

/** How many entities a call asks for, each representation once. */
export function countRepresentations({ variables, entityVariables = [] }: SubgraphRequest): number {
  return entityVariables.reduce((total, name) => {
    const list = variables[name];
    return total + (Array.isArray(list) ? list.length : 0);
  }, 0);
}

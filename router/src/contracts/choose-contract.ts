import type { Caller } from '../plugin.js';
import type { ContractsConfig } from './contract-config.js';

interface Client {
  readonly caller: Caller;
  readonly clientName?: string | undefined;
  /** The contract that the request itself is for. */
  readonly contract?: string | undefined;
}

/** A graph of which clients see contracts. */
interface Variant<Graph> {
  /** The contract that this one is; `undefined`: the whole graph. */
  readonly contract: string | undefined;
  readonly contracts: ReadonlyMap<string, Graph>;
}

/**
 * The variant of a graph that a client sees: the one of its endpoint, or the one that the host chooses for it.
 * @throws TypeError for a name that is no contract: better no answer than the whole graph
 */
export async function variantFor<Graph extends Variant<Graph>>(
  graph: Graph,
  choose: ContractsConfig['choose'],
  { caller, clientName, contract }: Client,
): Promise<Graph> {
  if (graph.contract !== undefined) return graph;
  const name = contract ?? (await choose?.({ caller, clientName }));
  return name === undefined ? graph : contractNamed(graph, name);
}

/** @throws TypeError for a name that is no contract */
export function contractNamed<Graph extends Variant<Graph>>(graph: Graph, name: string): Graph {
  const variant = graph.contracts.get(name);
  if (!variant) throw new TypeError(`There is no contract "${name}".`);
  return variant;
}

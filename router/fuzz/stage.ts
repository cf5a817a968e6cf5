import type { GraphQLSchema } from 'graphql';
import type { Model } from './model.ts';
import { renderSubgraph } from './render-subgraph.ts';
import { type Ask, monolithServer, subgraphServer } from './servers.ts';
import type { Subject } from './subject.ts';

/** A graph that composed, with everything that answers operations on it. */
export interface Stage {
  readonly model: Model;
  readonly sdls: Readonly<Record<string, string>>;
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly monolith: Ask;
  /** By name; `careless` ones make no promises of non-null. */
  readonly subgraphs: Readonly<Record<string, Ask>>;
  readonly careless: Readonly<Record<string, Ask>>;
}

/** Composes a graph; `undefined` where its subgraphs do not fit together. */
export function buildStage(model: Model, subject: Subject): Stage | undefined {
  const sdls: Record<string, string> = {};
  for (const subgraph of model.subgraphs) {
    const sdl = renderSubgraph(model, subgraph);
    if (sdl !== undefined) sdls[subgraph] = sdl;
  }
  const parts = Object.entries(sdls).map(([name, typeDefs]) => ({ name, typeDefs }));
  const composed = subject.composeSubgraphs(parts);
  if (!composed.ok) return undefined;
  const { supergraphSdl, apiSdl } = composed;
  const servers = (careless: boolean): Record<string, Ask> =>
    Object.fromEntries(
      parts.map(({ name, typeDefs }) => [name, subgraphServer(name, typeDefs, careless)]),
    );
  const { schema: apiSchema, ask: monolith } = monolithServer(apiSdl);
  const subgraphs = servers(false);
  return { model, sdls, supergraphSdl, apiSchema, monolith, subgraphs, careless: servers(true) };
}

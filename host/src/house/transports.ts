import type { Principal } from '@nexus/kit/domain';
import type { BuiltSubgraph, SubgraphRuntime } from '@nexus/kit/graph';
import { type HopSigner, http, inProcess, type SubgraphTransport } from '@nexus/router';
import { nodesSchema } from '../nodes/nodes-subgraph.js';
import { domains } from '../subgraphs.js';
import { subgraphEndpoint } from './endpoints.js';

export type Transports = Readonly<Record<string, SubgraphTransport<Principal>>>;

/** Adds the generated subgraph behind `node(id)`, which asks the others. */
function withNodes(built: readonly BuiltSubgraph[], transports: Transports): Transports {
  const schema = nodesSchema(built, transports);
  return { ...transports, nodes: inProcess<Principal>({ schema }) };
}

/** Single topology: a subgraph call is a function call. */
export function localTransports(
  built: readonly BuiltSubgraph[],
  runtime: SubgraphRuntime,
): Transports {
  const entries = built.map((subgraph) => {
    return [subgraph.name, inProcess<Principal>(subgraphEndpoint(subgraph, runtime))] as const;
  });
  return withNodes(built, Object.fromEntries(entries));
}

/** Distributed topology: every domain is a process; the router's token says who is calling. The host's own is here. */
export function remoteTransports(
  built: readonly BuiltSubgraph[],
  runtime: SubgraphRuntime,
  urls: Readonly<Record<string, string>>,
  signer: HopSigner<Principal>,
): Transports {
  const entries = built.map((subgraph) => {
    const { name } = subgraph;
    if (!domains.some((domain) => domain.name === name))
      return [name, inProcess<Principal>(subgraphEndpoint(subgraph, runtime))] as const;
    const transport = http<Principal>({
      url: urls[name] ?? '',
      headers: async ({ principal, attributes }) => ({
        authorization: `Bearer ${await signer.token(principal)}`,
        ...(typeof attributes.ip === 'string' && { 'x-nexus-ip': attributes.ip }),
      }),
    });
    return [name, transport] as const;
  });
  return withNodes(built, Object.fromEntries(entries));
}

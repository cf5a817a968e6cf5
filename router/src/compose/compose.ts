import {
  type CompositionFailure,
  type CompositionSuccess,
  composeServices,
} from '@theguild/federation-composition';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { loadSupergraph } from '../supergraph/supergraph.js';
import { messageOf } from '../support/message-of.js';

/** A subgraph as composition sees it. */
export interface SubgraphDefinition {
  name: string;
  typeDefs: string | DocumentNode;
  /** Stated in the supergraph for whoever reaches the subgraph over HTTP; default empty. */
  url?: string;
}

/** One reason why the subgraphs do not fit together; `code` as in the federation documentation. */
export interface CompositionProblem {
  readonly code: string;
  readonly message: string;
}

export type CompositionResult =
  | { readonly ok: true; readonly supergraphSdl: string; readonly apiSdl: string }
  | { readonly ok: false; readonly errors: readonly CompositionProblem[] };

/** Composes subgraphs into a supergraph and the public schema that clients see. */
export function composeSubgraphs(subgraphs: readonly SubgraphDefinition[]): CompositionResult {
  const services = [];
  const errors: CompositionProblem[] = [];
  for (const { name, typeDefs, url } of subgraphs) {
    try {
      const document = typeof typeDefs === 'string' ? parse(typeDefs) : typeDefs;
      services.push({ name, typeDefs: document, ...(url === undefined ? {} : { url }) });
    } catch (error) {
      errors.push({ code: 'INVALID_GRAPHQL', message: `[${name}] ${messageOf(error)}` });
    }
  }
  if (errors.length > 0) return { ok: false, errors };

  const composed = compose(services);
  if (composed.supergraphSdl === undefined) {
    return { ok: false, errors: (composed.errors ?? []).map(toProblem) };
  }
  const loaded = loadSupergraph(composed.supergraphSdl);
  if (!loaded.ok) {
    const problems = loaded.errors.map((message) => ({ code: 'INVALID_SUPERGRAPH', message }));
    return { ok: false, errors: problems };
  }
  const { supergraph } = loaded;
  return { ok: true, supergraphSdl: composed.supergraphSdl, apiSdl: supergraph.apiSdl };
}

/** The library throws over some faults that it should report, an invalid `@requires` for one. */
function compose(
  services: Parameters<typeof composeServices>[0],
): CompositionSuccess | CompositionFailure {
  try {
    return composeServices(services);
  } catch (error) {
    return { errors: [new GraphQLError(messageOf(error))] };
  }
}

function toProblem(error: { message: string; extensions?: Record<string, unknown> }) {
  const code = error.extensions?.code;
  return { code: typeof code === 'string' ? code : 'COMPOSITION_FAILED', message: error.message };
}

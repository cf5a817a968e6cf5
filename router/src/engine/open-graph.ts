import type { Logger } from 'pino';
import { AccessControl } from '../authorization/access-control.js';
import type { AuthorizationPort } from '../authorization/port.js';
import type { RouterConfig, RouterLimits } from '../config.js';
import { deriveContracts } from '../contracts/derive-contracts.js';
import { withDefer } from '../defer/directive.js';
import { showsSuggestions } from '../edge/introspection-policy.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { PersistedLists } from '../persisted/persisted-lists.js';
import { openPlanner } from '../planner/open-planner.js';
import { readPlannerChoice } from '../planner/planner-choice.js';
import { printApiSchema } from '../supergraph/api-schema.js';
import { loadSupergraph, type Supergraph } from '../supergraph/supergraph.js';
import { messageOf } from '../support/message-of.js';
import type { Transports } from '../transport/transports.js';
import { Graph } from './graph.js';

export interface GraphParts<P> {
  readonly config: RouterConfig<P>;
  readonly limits: RouterLimits;
  readonly metrics: RouterMetrics;
  readonly transports: Transports<P>;
  readonly log: Logger;
  readonly persistedLists: PersistedLists;
}

type OpenedGraph =
  | {
      readonly ok: true;
      readonly graph: Graph;
      /** From here on subgraphs are reached as its supergraph says. */
      readonly takeOver: () => void;
    }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Reads a supergraph, connects its subgraphs and makes its planner ready. */
export async function openGraph<P>(sdl: string, parts: GraphParts<P>): Promise<OpenedGraph> {
  const loaded = loadSupergraph(sdl);
  if (!loaded.ok) return loaded;
  const { supergraph } = loaded;
  const { config, limits, metrics, transports, log, persistedLists } = parts;
  const { missing, takeOver, discard } = transports.connect(supergraph);
  const refuse = (...errors: string[]): OpenedGraph => {
    discard();
    return { ok: false, errors };
  };
  if (missing.length > 0) {
    return refuse(...missing.map((name) => `Subgraph "${name}" has no transport.`));
  }
  try {
    const choice = readPlannerChoice(config.planner, process.env.NEXUS_ROUTER_PLANNER);
    const planner = await openPlanner(sdl, choice);
    const suggestions = showsSuggestions(config);
    const options = { planner, limits, suggestions, metrics };
    const variant = (seen: Supergraph, contract?: string, contracts?: ReadonlyMap<string, Graph>) =>
      new Graph({
        ...options,
        supergraph: config.defer === false ? seen : deferrable(seen),
        access: accessControl(seen, config.authorization),
        contract,
        ...(contracts && { contracts }),
        persistedOperations: persistedLists.of(contract),
      });
    const derived = deriveContracts(supergraph, config, log);
    if (!derived.ok) return refuse(...derived.errors);
    const contracts = new Map(
      [...derived.supergraphs].map(([name, seen]) => [name, variant(seen, name)] as const),
    );
    return {
      ok: true,
      graph: variant(supergraph, undefined, contracts),
      takeOver: () => takeOver(limits.operationTimeoutMs),
    };
  } catch (error) {
    return refuse(messageOf(error));
  }
}

/** The supergraph with `@defer` for its clients. */
function deferrable(supergraph: Supergraph): Supergraph {
  const apiSchema = withDefer(supergraph.apiSchema);
  return { ...supergraph, apiSchema, apiSdl: printApiSchema(apiSchema) };
}

function accessControl<P>(
  { apiSchema, requirements }: Supergraph,
  port: RouterConfig<P>['authorization'] = {},
): AccessControl | undefined {
  if (port === false || requirements.isEmpty) return undefined;
  return new AccessControl(apiSchema, requirements, port as AuthorizationPort);
}

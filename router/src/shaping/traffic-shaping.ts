import { deduplicationScope } from '../in-flight/deduplication-scope.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { AuthenticationPort } from '../policy/authentication.js';
import type { SubgraphTransport } from '../transport/transport.js';
import { clientHeaders } from './header-rules.js';
import { shaped } from './shaped.js';
import type { ShapingEvent } from './shaping-events.js';
import { policyProblems, type TrafficPolicy } from './traffic-policy.js';

/** How calls of subgraphs are shaped. */
export interface TrafficConfig<P = unknown> {
  /** Of each subgraph; each part of a subgraph's own policy replaces that part as a whole. */
  readonly default?: TrafficPolicy<P>;
  readonly subgraphs?: Readonly<Record<string, TrafficPolicy<P>>>;
}

/** What is kept of a client's headers for the rules of all subgraphs. */
export function keptHeaders<P>(config: TrafficConfig<P> | undefined) {
  return clientHeaders(headerRules(config));
}

/** By which names clients' headers are passed on to any subgraph; `undefined`: by patterns, too. */
export function propagatedNames<P>(
  config: TrafficConfig<P> | undefined,
): readonly string[] | undefined {
  const names: string[] = [];
  for (const rule of headerRules(config).flatMap(({ propagate = [] }) => propagate)) {
    if (rule instanceof RegExp) return undefined;
    names.push(typeof rule === 'string' ? rule : rule.name);
  }
  return names;
}

function headerRules<P>({ default: common, subgraphs = {} }: TrafficConfig<P> = {}) {
  return [common, ...Object.values(subgraphs)].flatMap((policy) => policy?.headers ?? []);
}

/** Wraps the transport of a subgraph. */
export type ShapeTransport<P> = (
  name: string,
  transport: SubgraphTransport<P>,
) => SubgraphTransport<P>;

/** What is wrong with the configuration, one sentence each. */
export function trafficProblems<P>(config: TrafficConfig<P> = {}): string[] {
  const { default: common = {}, subgraphs = {} } = config;
  const named = [['default', common] as const, ...Object.entries(subgraphs)];
  return named.flatMap(([name, policy]) =>
    policyProblems(policy).map((problem) => `Traffic of "${name}": ${problem}`),
  );
}

export function trafficShaping<P>(
  config: TrafficConfig<P> | undefined,
  metrics: Pick<RouterMetrics, 'shaping' | 'circuits'>,
  authentication: AuthenticationPort<P> | undefined,
  /** Wraps what is shaped, inside the rules of headers: it sees what a call carries. */
  within: ShapeTransport<P> = (_subgraph, transport) => transport,
): ShapeTransport<P> {
  const scope = deduplicationScope(authentication);
  return (subgraph, transport) => {
    const own = config?.subgraphs?.[subgraph];
    if (!config?.default && !own) return within(subgraph, transport);
    const asked = { ...config.default, ...own };
    const policy = asked.deduplicate === true ? { ...asked, deduplicate: scope } : asked;
    if (policy.circuitBreaker) metrics.circuits.set({ subgraph }, CIRCUIT.circuit_closed);
    const observe = (event: ShapingEvent): void => {
      metrics.shaping.inc({ subgraph, event });
      if (isCircuit(event)) metrics.circuits.set({ subgraph }, CIRCUIT[event]);
    };
    const { headers, ...others } = policy;
    const inner = within(subgraph, shaped(transport, others, { observe }));
    return headers ? shaped(inner, { headers }) : inner;
  };
}

const CIRCUIT = { circuit_closed: 0, circuit_half_opened: 1, circuit_opened: 2 } as const;

function isCircuit(event: ShapingEvent): event is keyof typeof CIRCUIT {
  return event in CIRCUIT;
}

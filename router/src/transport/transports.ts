import type { RouterConfig } from '../config.js';
import type { ShapeTransport } from '../shaping/traffic-shaping.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { SubgraphTransport } from './transport.js';

/** The transports in use, by subgraph. */
export class Transports<P> {
  readonly #open = new Map<string, SubgraphTransport<P>>();

  constructor(
    private readonly configured: RouterConfig<P>['subgraphs'],
    private readonly shape: ShapeTransport<P> = (_name, transport) => transport,
  ) {}

  /** Makes sure that every subgraph of a supergraph can be reached; names those that cannot. */
  connect(supergraph: Supergraph): string[] {
    const missing: string[] = [];
    for (const { name, url } of supergraph.subgraphs) {
      if (this.#open.has(name)) continue;
      const transport =
        typeof this.configured === 'function' ? this.configured(name, url) : this.configured[name];
      if (transport) this.#open.set(name, this.shape(name, transport));
      else missing.push(name);
    }
    return missing;
  }

  get(name: string): SubgraphTransport<P> | undefined {
    return this.#open.get(name);
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#open.values()].map((transport) => transport.close()));
    this.#open.clear();
  }
}

import type { RouterConfig } from '../config.js';
import type { ShapeTransport } from '../shaping/traffic-shaping.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { ConnectedSubgraph } from './connected-subgraph.js';
import type { SubgraphTransport } from './transport.js';

/** The subgraphs of a supergraph that may be taken into use, connected. */
export interface Connection {
  /** Those that cannot be reached. */
  readonly missing: readonly string[];
  /**
   * From here on calls go this way.
   * @param graceMs how long operations may still run on a transport that is replaced
   */
  takeOver(graceMs: number): void;
  /** The supergraph is not taken into use. */
  discard(): void;
}

/** The transports in use, by subgraph. */
export class Transports<P> {
  readonly #open = new Map<string, ConnectedSubgraph<P>>();
  readonly #retired = new Set<ConnectedSubgraph<P>>();

  constructor(
    private readonly configured: RouterConfig<P>['subgraphs'],
    private readonly shape: ShapeTransport<P> = (_name, transport) => transport,
  ) {}

  /** Makes sure that every subgraph of a supergraph can be reached, at the URL that it states. */
  connect(supergraph: Supergraph): Connection {
    const missing: string[] = [];
    const fresh = new Map<string, ConnectedSubgraph<P>>();
    for (const { name, url } of supergraph.subgraphs) {
      const known = this.#open.get(name);
      if (known && (known.url === url || typeof this.configured !== 'function')) continue;
      const made =
        typeof this.configured === 'function' ? this.configured(name, url) : this.configured[name];
      if (!made) missing.push(name);
      else if (made !== known?.made) {
        fresh.set(name, new ConnectedSubgraph(url, made, this.shape(name, made)));
      }
    }
    return {
      missing,
      takeOver: (graceMs) => {
        for (const [name, subgraph] of fresh) this.#replace(name, subgraph, graceMs);
      },
      discard: () => {
        for (const subgraph of fresh.values()) subgraph.close().catch(() => undefined);
      },
    };
  }

  get(name: string): SubgraphTransport<P> | undefined {
    return this.#open.get(name)?.transport;
  }

  async close(): Promise<void> {
    const all = [...this.#open.values(), ...this.#retired];
    await Promise.allSettled(all.map((subgraph) => subgraph.close()));
    this.#open.clear();
    this.#retired.clear();
  }

  #replace(name: string, subgraph: ConnectedSubgraph<P>, graceMs: number): void {
    const former = this.#open.get(name);
    this.#open.set(name, subgraph);
    if (!former) return;
    this.#retired.add(former);
    former.retire(graceMs, () => this.#retired.delete(former));
  }
}

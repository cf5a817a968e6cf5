import type { ConsumerRuntime, TenantFacts } from '../consumers/index.js';
import type { Actor, EntityName, Principal, RecordedEvent, TenantId } from '../domain/index.js';
import {
  type Context,
  createContext,
  type Kernel,
  tenancyOf,
  type WriteSession,
  write,
} from '../events/index.js';
import { ReadSession } from '../read/index.js';

/** Names what the outside world provides to a subgraph: a gateway, a mailer. `port<Gateway>('billing.gateway')`. */
export interface Port<Adapter> {
  readonly name: string;
  readonly adapter?: Adapter;
}

export function port<Adapter>(name: string): Port<Adapter> {
  return { name };
}

/** The adapters of a process, by port. */
export class Adapters {
  readonly #adapters = new Map<string, unknown>();

  provide<Adapter>({ name }: Port<Adapter>, adapter: Adapter): this {
    this.#adapters.set(name, adapter);
    return this;
  }

  /** Throws RangeError where the composition root has forgotten one: a fault. */
  get<Adapter>({ name }: Port<Adapter>): Adapter {
    if (!this.#adapters.has(name)) throw new RangeError(`Nothing is plugged into ${name}`);
    return this.#adapters.get(name) as Adapter;
  }
}

/** What one process gives to the subgraphs in it. */
export interface SubgraphRuntime {
  readonly kernel: Kernel;
  readonly consumers: ConsumerRuntime;
  readonly adapters: Adapters;
}

export interface RequestDetail {
  readonly principal: Principal;
  readonly requestId: string;
  /** The caller's network address, for throttling; absent where nobody is behind the call. */
  readonly ip?: string | undefined;
  /** Aborted when nobody waits for the answer any more; ends a subscription. */
  readonly signal?: AbortSignal | undefined;
}

/** What a resolver gets: the context of the call, its reads, and the house around it. One per operation. */
export class GraphContext implements Context {
  readonly read: ReadSession;
  readonly #base: Context;

  constructor(
    readonly runtime: SubgraphRuntime,
    readonly detail: RequestDetail,
    rows?: ReadSession,
  ) {
    const { principal, requestId } = detail;
    this.#base = createContext(runtime.kernel, principal, { requestId });
    this.read = new ReadSession(runtime.kernel, tenancyOf(principal), rows);
  }

  get now(): Date {
    return this.#base.now;
  }
  get today(): string {
    return this.#base.today;
  }
  get timeZone(): string {
    return this.#base.timeZone;
  }
  get locale(): string {
    return this.#base.locale;
  }
  get actor(): Actor {
    return this.#base.actor;
  }
  get tenantId(): TenantId {
    return this.#base.tenantId;
  }
  get principal(): Principal {
    return this.#base.principal;
  }
  get requestId(): string {
    return this.#base.requestId;
  }
  get correlationId(): string {
    return this.#base.correlationId;
  }
  get causationId(): string | null {
    return this.#base.causationId;
  }
  get ip(): string | undefined {
    return this.detail.ip;
  }

  uuid(): string {
    return this.#base.uuid();
  }

  newId(entity: EntityName): string {
    return this.#base.newId(entity);
  }

  /** The adapter behind a port. */
  port<Adapter>(which: Port<Adapter>): Adapter {
    return this.runtime.adapters.get(which);
  }

  /** The tenant's zone, language, currency and country. */
  tenant(): Promise<TenantFacts> {
    return this.runtime.consumers.tenants.facts(this.tenantId);
  }

  /** Waits, at most 2 s, until a consumer has handled all that the tenant has committed. Reads begin anew after it. */
  async fence(consumer: string): Promise<void> {
    await this.runtime.consumers.fence(consumer, this.tenantId);
    await this.read.release();
  }

  /**
   * Looks something up; where it is absent, waits for the consumer that would bring it and looks again, so that
   * what was created a moment ago in another domain can be used at once.
   */
  async reference<Found>(
    consumer: string,
    find: () => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    const found = await find();
    if (found !== undefined) return found;
    await this.fence(consumer);
    return find();
  }

  /** One transaction of this call. Reads of the call are given back first. Throws what `write` throws. */
  async write<Result>(
    work: (tx: WriteSession) => Promise<Result>,
  ): Promise<{ result: Result; session: WriteSession }> {
    await this.read.release();
    return write(this.runtime.kernel, this.#base, work);
  }

  /**
   * A fresh context of the same caller: for each event of a subscription, which has loaders of its own. Single rows
   * are taken from `rows` where it is given.
   */
  again(rows?: ReadSession): GraphContext {
    return new GraphContext(this.runtime, this.detail, rows);
  }

  /** A live event as its subscription shows it; see `LiveEvent`. */
  static show(event: RecordedEvent): {
    id: string;
    occurredAt: Date;
    actor: Actor;
    sequence: string;
    kind: string;
  } {
    const { id, occurredAt, actor, sequence, type } = event;
    return { id, occurredAt, actor, sequence, kind: type.slice(type.indexOf('.') + 1) };
  }
}

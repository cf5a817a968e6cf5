import {
  type Aggregate,
  type DomainEvent,
  type RecordedEvent,
  type Violation,
  violation,
} from '../domain/index.js';
import { type EntityClass, selectRows } from '../read/rows.js';
import type { Context } from './context.js';
import type { Row, SqlValue, Transaction } from './database.js';
import { Refusal } from './faults.js';
import type { Kernel } from './kernel.js';
import type { KeyRing } from './personal.js';
import type { SqlRunner } from './sql-runner.js';

export interface Loaded<State> {
  readonly state: State;
  /** Number of events in the stream; 0 where it does not exist. */
  readonly version: number;
}

export interface RunOptions {
  /** Refuse with VERSION_CONFLICT unless the stream is at this version. */
  readonly expectedVersion?: number | null | undefined;
  /** Put before the path of each violation, where the command is a part of a larger input. */
  readonly path?: readonly string[];
}

export interface RunResult<State, Event> extends Loaded<State> {
  readonly events: readonly Event[];
}

/** One write: commands run, events appended, read models filled, all in one transaction of one tenant. */
export class WriteSession implements SqlRunner {
  readonly warnings: Violation[] = [];
  readonly recorded: RecordedEvent[] = [];
  readonly #hooks: (() => void | Promise<void>)[] = [];
  /** Newest transaction id per stream that this session has built upon. */
  #newestXid = 0n;
  #ctx: Context;

  constructor(
    private readonly kernel: Kernel,
    ctx: Context,
    private readonly transaction: Transaction,
  ) {
    this.#ctx = ctx;
  }

  /** Whose work this is at the moment. */
  get ctx(): Context {
    return this.#ctx;
  }

  /** Runs a part of the transaction under another context of the same tenant: one event of a group, for instance. */
  async as<Result>(ctx: Context, work: () => Promise<Result>): Promise<Result> {
    if (ctx.tenantId !== this.#ctx.tenantId) throw new RangeError('A transaction has one tenant');
    const before = this.#ctx;
    this.#ctx = ctx;
    try {
      return await work();
    } finally {
      this.#ctx = before;
    }
  }

  /** The keys of the house: for what a domain stores sealed, and for blind indexes. */
  get keys(): KeyRing {
    return this.kernel.events.keys;
  }

  /** Raw SQL as the application role, inside the tenant's policies. */
  sql<Result = Row>(text: string, params: readonly SqlValue[] = []): Promise<Result[]> {
    return this.transaction.sql<Result>(text, params);
  }

  /** A read-model row as this transaction sees it. */
  async row<Entity extends object>(
    entity: EntityClass<Entity>,
    id: string,
  ): Promise<Entity | undefined> {
    return (await this.rows(entity, [id]))[0];
  }

  /** Rows in the order of the ids; absent ones are left out. */
  async rows<Entity extends object>(
    entity: EntityClass<Entity>,
    ids: readonly string[],
  ): Promise<Entity[]> {
    const rows = await selectRows(this, entity, ids);
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  /** The present state of an aggregate. */
  async load<State, Command, Event extends DomainEvent>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
  ): Promise<Loaded<State>> {
    const stream = streamName(aggregate, id);
    let state = aggregate.initial;
    let version = 0;
    if (aggregate.snapshotEvery) {
      const [snapshot] = await this.sql<{ version: number; state: State }>(
        'SELECT version, state FROM kit.snapshot WHERE stream = $1',
        [stream],
      );
      if (snapshot) ({ version, state } = snapshot);
    }
    // The snapshot's own event too, though its effect is known: its transaction is what this one builds upon.
    const { events, xid } = await this.kernel.events.stream(this, stream, Math.max(version - 1, 0));
    if (xid > this.#newestXid) this.#newestXid = xid;
    for (const event of events) {
      if (event.version <= version) continue;
      state = aggregate.evolve(state, {
        type: shortName(event.type),
        data: event.data,
      } as unknown as Event);
      version = event.version;
    }
    return { state, version };
  }

  /**
   * Loads, decides, appends and projects. Throws Refusal where the decision was no, and where the stream is
   * not at the expected version.
   */
  async run<State, Command, Event extends DomainEvent>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
    command: Command,
    options: RunOptions = {},
  ): Promise<RunResult<State, Event>> {
    const { state, version } = await this.load(aggregate, id);
    if (options.expectedVersion != null && options.expectedVersion !== version) {
      this.refuse(
        violation('VERSION_CONFLICT', 'Somebody else has changed this in the meantime.', {
          path: ['expectedVersion'],
          meta: { currentVersion: version },
        }),
      );
    }
    const decision = await aggregate.decide(state, command, this.ctx);
    this.warnings.push(...decision.warnings.map((warning) => within(options.path, warning)));
    if (!decision.ok)
      throw new Refusal(
        decision.errors.map((error) => within(options.path, error)),
        this.warnings,
      );
    return this.append(aggregate, id, { state, version }, decision.events);
  }

  /** Appends events decided elsewhere to a loaded aggregate. Prefer `run`. */
  async append<State, Command, Event extends DomainEvent>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
    { state, version }: Loaded<State>,
    events: readonly Event[],
  ): Promise<RunResult<State, Event>> {
    if (events.length === 0) return { state, version, events };
    const stream = streamName(aggregate, id);
    const { tenantId, now: occurredAt, actor, correlationId, causationId } = this.ctx;
    const recorded = await this.kernel.events.append(
      this,
      { tenantId, occurredAt, actor, correlationId, causationId },
      events.map((event, i) => ({
        stream,
        version: version + i + 1,
        type: event.type,
        catalogue: aggregate.catalogue,
        data: event.data,
        uuid: this.ctx.uuid(),
      })),
      this.#newestXid,
    );
    this.recorded.push(...recorded);
    await this.kernel.projector.apply(this, recorded);
    const next = events.reduce(aggregate.evolve, state);
    await this.#snapshot(aggregate, stream, version, version + events.length, next);
    return { state: next, version: version + events.length, events };
  }

  /** Ends the write: nothing of it stays, the violations are the answer. */
  refuse(...errors: readonly Violation[]): never {
    throw new Refusal(errors, this.warnings);
  }

  /** Adds a warning to the answer. */
  warn(...warnings: readonly Violation[]): void {
    this.warnings.push(...warnings);
  }

  /**
   * Takes a value that only one owner may hold in the tenant (a name, a code, an address). False where
   * somebody else holds it. Holds under concurrency: a second taker waits for the first one's transaction.
   */
  async reserve(kind: string, value: string, owner: string): Promise<boolean> {
    const taken = await this.sql<{ owner: string }>(
      `INSERT INTO kit.reservation (tenant_id, kind, value, owner) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, kind, value) DO NOTHING RETURNING owner`,
      [this.ctx.tenantId, kind, value, owner],
    );
    if (taken.length > 0) return true;
    const [holder] = await this.sql<{ owner: string }>(
      'SELECT owner FROM kit.reservation WHERE kind = $1 AND value = $2',
      [kind, value],
    );
    return holder?.owner === owner;
  }

  /** Gives back what the owner holds of a kind; one value, or all. */
  async release(kind: string, owner: string, value?: string): Promise<void> {
    await this.sql(
      'DELETE FROM kit.reservation WHERE kind = $1 AND owner = $2 AND ($3::text IS NULL OR value = $3)',
      [kind, owner, value ?? null],
    );
  }

  /** Runs once the transaction is committed; not at all where it was not. A failure is logged, the write stands. */
  afterCommit(hook: () => void | Promise<void>): void {
    this.#hooks.push(hook);
  }

  /** Called by `write` after the commit. */
  async committed(): Promise<void> {
    for (const hook of this.#hooks) {
      await Promise.resolve()
        .then(hook)
        .catch((error: unknown) =>
          this.kernel.logger.error({ err: error }, 'after-commit hook failed'),
        );
    }
  }

  async #snapshot<State>(
    { snapshotEvery }: Pick<Aggregate<State, never, never>, 'snapshotEvery'>,
    stream: string,
    before: number,
    after: number,
    state: State,
  ): Promise<void> {
    if (!snapshotEvery || Math.floor(before / snapshotEvery) === Math.floor(after / snapshotEvery))
      return;
    await this.sql(
      `INSERT INTO kit.snapshot (tenant_id, stream, version, state) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, stream) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state
       WHERE kit.snapshot.version < EXCLUDED.version`,
      [this.ctx.tenantId, stream, after, JSON.stringify(state)],
    );
  }
}

export function streamName({ name }: { readonly name: string }, id: string): string {
  return `${name}-${id}`;
}

/** `projects.TaskMoved` → `TaskMoved`, as aggregates know it. */
export function shortName(type: string): string {
  return type.slice(type.indexOf('.') + 1);
}

function within(prefix: readonly string[] | undefined, finding: Violation): Violation {
  return prefix ? { ...finding, path: [...prefix, ...(finding.path ?? [])] } : finding;
}

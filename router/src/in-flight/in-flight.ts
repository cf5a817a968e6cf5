import { GraphQLError } from 'graphql';
import { Counter, type Registry } from 'prom-client';
import { AnswerText } from '../engine/answer-text.js';
import type { Executed } from '../engine/execute-ready.js';
import type { Operation } from '../execution/operation.js';
import type { Caller } from '../plugin.js';
import type { DeduplicationScope } from './deduplication-scope.js';
import { GivenUp, SharedWork } from './shared-work.js';

export interface InFlightOptions {
  readonly scope: DeduplicationScope;
  /** Milliseconds that an operation may take. */
  readonly timeoutMs: number;
  /** Does a plugin see answers, and with them what subgraphs said beside their data? */
  readonly isWatched: boolean;
  readonly registry: Registry;
}

/** An operation that may be run: what it asks, with which variables, for whom. */
export interface AskedOperation {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

type Run = (signal: AbortSignal | undefined) => Promise<Executed<AnswerText>>;

/**
 * Equal queries that are asked while one of them is being executed get its answer. An operation is equal to itself:
 * of one supergraph and contract, with the same fields denied.
 */
export class InFlight {
  readonly #shared = new WeakMap<Operation, SharedWork<Executed<AnswerText>>>();
  /** Subgraphs said something for one client of these: it cannot be said to others. */
  readonly #personal = new WeakSet<Operation>();
  readonly #joined: Counter<string>;

  constructor(private readonly options: InFlightOptions) {
    this.#joined = new Counter({
      name: 'router_operations_deduplicated_total',
      help: 'Queries answered by the execution of an equal one.',
      registers: [options.registry],
    });
  }

  /** What the operation came to, by `run` or by that of an equal one. */
  async execute(asked: AskedOperation, signal: AbortSignal | undefined, run: Run) {
    const key = this.#keyOf(asked);
    if (key === undefined) return run(signal);
    const { operation, caller } = asked;
    const since = performance.now();
    let began = false;
    try {
      const executed = await this.#workOf(operation).do(key, signal, (until) => {
        began = true;
        return run(until);
      });
      if (began) return executed;
      if (this.#isPersonal(operation, executed)) return await run(signal);
      executed.data.isShared = true;
      if (caller.record) caller.record.executeMs = performance.now() - since;
      this.#joined.inc();
      return executed;
    } catch (error) {
      if (error instanceof GivenUp) return ABANDONED;
      throw error;
    }
  }

  /** `undefined`: it is shared with nobody. */
  #keyOf({ operation, variables, caller }: AskedOperation): string | undefined {
    if (operation.kind !== 'query' || caller.uploads?.length) return undefined;
    if (this.#personal.has(operation)) return undefined;
    const scope = this.options.scope(caller);
    return scope === undefined
      ? undefined
      : JSON.stringify([scope, caller.clientHeaders, variables]);
  }

  #workOf(operation: Operation): SharedWork<Executed<AnswerText>> {
    const known = this.#shared.get(operation);
    if (known) return known;
    // Whoever joins later than this would have less than half of its time left.
    const work = new SharedWork<Executed<AnswerText>>({ joinableMs: this.options.timeoutMs / 2 });
    this.#shared.set(operation, work);
    return work;
  }

  /** A plugin may make a cookie of what a subgraph said beside its data, and a cookie is one client's. */
  #isPersonal(operation: Operation, { subgraphExtensions }: Executed<AnswerText>): boolean {
    if (!this.options.isWatched || subgraphExtensions.length === 0) return false;
    this.#personal.add(operation);
    return true;
  }
}

/** Its client has gone: nobody reads it. */
const ABANDONED: Executed<AnswerText> = {
  data: new AnswerText('null'),
  errors: [
    new GraphQLError('The operation was given up.', { extensions: { code: 'OPERATION_ABORTED' } }),
  ],
  subgraphExtensions: [],
  policy: undefined,
};

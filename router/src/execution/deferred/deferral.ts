import type { GraphQLError } from 'graphql';
import type { DeferNode, DeferredNode, FetchNode, PlanNode } from '../../planner/plan.js';
import type { Run } from '../run.js';

/** What was fetched for one part of an answer. */
export interface FetchedPart {
  /** Settles when all is there that the part shows. */
  readonly done: Promise<void>;
  /** Of its own fetches. */
  readonly errors: readonly GraphQLError[];
}

type Execute = (node: PlanNode, run: Run) => Promise<void>;

/**
 * Runs the deferred nodes of one plan: each begins as soon as what it builds on is there, beside whatever else is being
 * fetched, into the same data.
 */
export class Deferral {
  readonly #parts = new Map<string, FetchedPart>();
  readonly #arrivals = new Map<string, PromiseWithResolvers<void>>();
  /** By run of a part, when all around it is done. */
  readonly #enclosing = new WeakMap<Run, Promise<void>>();

  /** What was fetched for the fragment of that label; `undefined` where nothing more was needed. */
  part(label: string): FetchedPart | undefined {
    return this.#parts.get(label);
  }

  /** A fetch was merged into the data. */
  arrived({ id }: FetchNode): void {
    if (id !== undefined) this.#arrival(id).resolve();
  }

  /** Starts what is deferred, and settles when all else is done. */
  async open({ primary, deferred }: DeferNode, run: Run, execute: Execute): Promise<void> {
    const opened = Promise.withResolvers<void>();
    // What conditions leave out never arrives: nobody waits longer than for all that is around.
    const around = Promise.all([opened.promise, this.#enclosing.get(run)]).then(() => undefined);
    for (const node of deferred) this.#start(node, run, around, execute);
    try {
      if (primary) await execute(primary, run);
    } finally {
      opened.resolve();
    }
  }

  #start(
    { label, depends, node }: DeferredNode,
    outer: Run,
    around: Promise<void>,
    execute: Execute,
  ): void {
    const run: Run = { ...outer, errors: [] };
    this.#enclosing.set(run, around);
    const begin = Promise.race([
      around,
      Promise.all(depends.map((id) => this.#arrival(id).promise)),
    ]);
    const fetched = async (): Promise<void> => {
      await begin;
      if (node) await execute(node, run);
      await around;
    };
    const done = fetched();
    // Whoever writes the part hears of a fault; by then it may be a while ago.
    done.catch(() => undefined);
    this.#parts.set(label, { done, errors: run.errors });
  }

  #arrival(id: string): PromiseWithResolvers<void> {
    let arrival = this.#arrivals.get(id);
    if (!arrival) {
      arrival = Promise.withResolvers();
      this.#arrivals.set(id, arrival);
    }
    return arrival;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { NexusError } from '@nexus/sdk';
import { day, isoWeek } from './calendar.js';
import { Caller } from './caller.js';
import type { PersonKey, Provisioned } from './people.js';
import { EUR, key } from './work.js';

interface Id {
  readonly id: string;
}

interface Paid {
  readonly payment: Id & { readonly status: string };
}

/** A mutation that the server has confirmed: whatever happens later, it happened, and once. */
export interface Acknowledged {
  readonly mutation: string;
  readonly id: string;
}

/** Somebody who works, and somebody who manages what they work on. */
export interface Crew {
  readonly manager: Caller;
  readonly worker: Caller;
  readonly workerId: string;
}

/** Four crews under one manager. */
export async function crewsOf(graph: string, { north: { people } }: Provisioned): Promise<Crew[]> {
  // A client of this kind counts its own tries; a request that hangs is a failure.
  const options = { retry: { attempts: 1 }, timeoutMs: 20_000 };
  const manager = await Caller.signIn(graph, people.manager, options);
  const workers: PersonKey[] = ['employee', 'colleague', 'planner', 'deputy'];
  return Promise.all(
    workers.map(async (person) => ({
      manager,
      worker: await Caller.signIn(graph, people[person], options),
      workerId: people[person].userId,
    })),
  );
}

/** Top-level codes and network errors that a fault may cause; the same key is sent again. */
const PASSING = new Set([
  'NETWORK_ERROR',
  'TIMEOUT',
  'BAD_RESPONSE',
  'INTERNAL_SERVER_ERROR',
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
]);
/** Refusals that say "not now": the first sending is still under way, or was cut off half-way. */
const NOT_NOW = new Set(['IDEMPOTENCY_IN_PROGRESS']);

/**
 * The flow, again and again, by several crews. Every mutation has a key of its own and is sent until
 * it is confirmed, as a careful client does it; only what the rules refuse ends the load.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** How often each code came instead of an answer. */
  readonly failures = new Map<string, number>();
  /** The longest that a client waited for a failure, in milliseconds. */
  slowestFailure = 0;
  #stopped = false;
  #running: Promise<void>[] = [];

  constructor(private readonly random: () => number) {}

  start(crews: readonly Crew[]): void {
    this.#running = crews.map((crew) => this.#work(crew));
  }

  /** No new round begins; those under way come to their end. Throws what the rules refused. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #work(crew: Crew): Promise<void> {
    while (!this.#stopped) await this.#round(crew);
  }

  async #round({ manager, worker, workerId }: Crew): Promise<void> {
    const client = await this.#confirm<{ client: Id }>(
      manager,
      'clientCreate',
      { name: `Load ${key()}`, currency: 'EUR' },
      'client { id }',
    );
    const clientId = client.client.id;
    const { project } = await this.#confirm<{ project: Id }>(
      manager,
      'projectCreate',
      { name: 'Under load', clientId, start: day(-3), end: day(30) },
      'project { id }',
    );
    const projectId = project.id;
    await this.#confirm(
      manager,
      'projectMemberAdd',
      { projectId, userId: workerId, role: 'MEMBER' },
      'project { id }',
    );
    const { task } = await this.#confirm<{ task: Id }>(
      worker,
      'taskCreate',
      { projectId, title: 'Hold on' },
      'task { id }',
    );
    const minutes = 1 + Math.floor(this.random() * 5);
    const { timeEntry } = await this.#confirm<{ timeEntry: Id }>(
      worker,
      'timeEntryLog',
      { projectId, taskId: task.id, date: day(), minutes, note: 'Work', billable: true },
      'timeEntry { id }',
    );
    await this.#confirm(worker, 'timesheetSubmit', { week: isoWeek(day()) }, 'timesheet { id }');
    await this.#confirm(
      manager,
      'timeEntryApprove',
      { ids: [timeEntry.id] },
      'timeEntries { id status }',
    );
    const { invoice } = await this.#confirm<{ invoice: Id & { total: { amount: string } } }>(
      manager,
      'invoiceDraftCreate',
      { clientId, projectId, upTo: day() },
      'invoice { id total { amount } }',
    );
    await this.#confirm(manager, 'invoiceFinalize', { id: invoice.id }, 'invoice { id number }');
    const { payment } = await this.#confirm<Paid>(
      manager,
      'invoicePay',
      {
        id: invoice.id,
        amount: EUR(invoice.total.amount),
        method: { sandbox: 'tok_visa' },
      },
      'payment { id status } invoice { id status }',
    );
    // What the gateway said may not have been heard: then it is asked again.
    for (let { status } = payment; status !== 'SUCCEEDED'; ) {
      const asked = await this.#confirm<Paid>(
        manager,
        'paymentRefresh',
        { id: payment.id },
        'payment { id status }',
      );
      status = asked.payment.status;
    }
  }

  /** Sends one mutation under one key until it is confirmed. */
  async #confirm<Payload>(
    caller: Caller,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Payload> {
    const keyed = { ...input, idempotencyKey: key() };
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#send<Payload>(caller, mutation, keyed, selection);
      if (outcome) {
        this.acknowledged.push({ mutation, id: idIn(outcome) });
        return outcome;
      }
      if (attempt > 400) throw new RangeError(`${mutation} is never confirmed.`);
      await sleep(20 + this.random() * 80);
    }
  }

  async #send<Payload>(
    caller: Caller,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Payload | undefined> {
    const began = performance.now();
    const failed = (codes: readonly string[]) => {
      for (const code of codes) this.failures.set(code, (this.failures.get(code) ?? 0) + 1);
      this.slowestFailure = Math.max(this.slowestFailure, performance.now() - began);
      return undefined;
    };
    try {
      const { payload, refused, errors } = await caller.attempt<Payload>(
        mutation,
        input,
        selection,
      );
      if (payload && refused.length === 0) return payload;
      if (refused.every((code) => PASSING.has(code) || NOT_NOW.has(code))) return failed(refused);
      throw new RangeError(`${mutation}: ${refused.join()} ${JSON.stringify({ input, errors })}`);
    } catch (error) {
      if (error instanceof NexusError && PASSING.has(error.code)) return failed([error.code]);
      throw error;
    }
  }
}

/** The id of what a payload is about. */
function idIn(payload: object): string {
  const [thing] = Object.values(payload).flat();
  return (thing as Id).id;
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

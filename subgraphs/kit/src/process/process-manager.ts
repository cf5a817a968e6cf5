import type {
  ProcessEvent,
  ProcessManager,
  ProcessReaction,
  ProcessSpec,
  ProcessTx,
} from './process.types.js';
import {
  beginProcess,
  dropTimeout,
  lockProcess,
  type ProcessRow,
  saveProcess,
} from './process-rows.js';
import { ProcessRun } from './process-run.js';

/**
 * Declares a process manager. Hand it to the consumers as a reaction, and to `timeoutSweep`.
 *
 * @example
 * export const onboarding = processManager<State, ProjectEvents & CrmEvents, WriteSession>()({
 *   name: 'billing.onboarding',
 *   initial: { invited: false },
 *   on: {
 *     'crm.ClientCreated': {
 *       key: ({ data }) => data.clientId,
 *       handle: async (state, event, tx, process) => {
 *         await process.perform('openAccount');
 *         await process.schedule('remind', inDays(tx.ctx.now, 7));
 *         return { ...state, invited: true };
 *       },
 *     },
 *   },
 *   timeouts: { remind: (state, tx, process) => { process.end(); return state; } },
 *   steps: { openAccount: { do: async (state, tx) => …, undo: async (state, tx) => … } },
 * });
 */
export function processManager<State, Events, Tx extends ProcessTx = ProcessTx>() {
  return <Step extends string = never, Timeout extends string = never>(
    spec: ProcessSpec<State, Events, Tx, Step, Timeout>,
  ): ProcessManager<Tx> => new DeclaredManager(spec as unknown as AnySpec<State, Tx>);
}

// Inside, names are plain texts: what is stored may be older than what is declared.
interface AnySpec<State, Tx extends ProcessTx> {
  readonly name: string;
  readonly initial: State;
  readonly on: Readonly<Record<string, ProcessReaction<State, object, Tx, ProcessRun<State, Tx>>>>;
  readonly timeouts?: Readonly<
    Record<string, (state: State, tx: Tx, run: ProcessRun<State, Tx>) => Promise<State> | State>
  >;
  readonly steps?: ConstructorParameters<typeof ProcessRun<State, Tx>>[3];
}

class DeclaredManager<State, Tx extends ProcessTx> implements ProcessManager<Tx> {
  readonly name: string;
  readonly types: readonly string[];
  readonly on: ProcessManager<Tx>['on'];

  constructor(private readonly spec: AnySpec<State, Tx>) {
    this.name = spec.name;
    this.types = Object.keys(spec.on);
    this.on = Object.fromEntries(
      Object.entries(spec.on).map(([type, reaction]) => [
        type,
        (event: ProcessEvent<object>, tx: Tx) => this.#react(reaction, event, tx),
      ]),
    );
  }

  async fire(key: string, timeout: string, tx: Tx): Promise<boolean> {
    const row = await lockProcess<State>(tx, this.name, key);
    if (!row || !(await dropTimeout(tx, this.name, key, timeout, tx.ctx.now))) return false;
    const handle = this.spec.timeouts?.[timeout];
    if (!handle) throw new RangeError(`Process ${this.name} knows no timeout ${timeout}`);
    await this.#go(key, tx, row, (run) => handle(row.state, tx, run));
    return true;
  }

  async #react(
    { key: keyOf, starts = true, handle }: AnySpec<State, Tx>['on'][string],
    event: ProcessEvent<object>,
    tx: Tx,
  ): Promise<void> {
    const key = keyOf(event);
    if (key === null) return;
    const row = starts
      ? await beginProcess(tx, this.name, key, this.spec.initial)
      : await lockProcess<State>(tx, this.name, key);
    if (row?.status !== 'RUNNING') return;
    await this.#go(key, tx, row, (run) => handle(row.state, event, tx, run));
  }

  async #go(
    key: string,
    tx: Tx,
    row: ProcessRow<State>,
    work: (run: ProcessRun<State, Tx>) => Promise<State> | State,
  ): Promise<void> {
    const run = new ProcessRun(this.name, key, tx, this.spec.steps ?? {}, row);
    const state = await work(run);
    await saveProcess(tx, this.name, key, { state, status: run.status, performed: run.performed });
  }
}

import type {
  ProcessControl,
  ProcessStatus,
  ProcessStep,
  ProcessTx,
  StepOutcome,
} from './process.types.js';
import { dropTimeout, type ProcessRow, setTimeoutRow } from './process-rows.js';

type Steps<State, Tx extends ProcessTx> = Readonly<Record<string, ProcessStep<State, Tx>>>;

/** One event or timeout at work on one process: what handlers steer with. */
export class ProcessRun<State, Tx extends ProcessTx>
  implements ProcessControl<State, string, string>
{
  status: ProcessStatus;
  readonly performed: string[];
  readonly #state: State;

  constructor(
    private readonly name: string,
    readonly key: string,
    private readonly tx: Tx,
    private readonly steps: Steps<State, Tx>,
    row: ProcessRow<State>,
  ) {
    this.#state = row.state;
    this.status = row.status;
    this.performed = [...row.performed];
  }

  async perform(name: string, state = this.#state): Promise<StepOutcome> {
    if (this.performed.includes(name)) return { ok: true };
    await this.tx.sql('SAVEPOINT process_step');
    try {
      await this.#step(name).do(state, this.tx);
    } catch (error) {
      const errors = refusalOf(error);
      if (!errors) throw error;
      await this.tx.sql('ROLLBACK TO SAVEPOINT process_step');
      await this.compensate(state);
      return { ok: false, errors };
    }
    await this.tx.sql('RELEASE SAVEPOINT process_step');
    this.performed.push(name);
    return { ok: true };
  }

  async compensate(state = this.#state): Promise<void> {
    for (let name = this.performed.at(-1); name !== undefined; name = this.performed.at(-1)) {
      await this.#step(name).undo(state, this.tx);
      this.performed.pop();
    }
    this.status = 'COMPENSATED';
  }

  async schedule(timeout: string, dueAt: Date): Promise<void> {
    await setTimeoutRow(this.tx, this.name, this.key, timeout, dueAt);
  }

  async cancel(timeout: string): Promise<void> {
    await dropTimeout(this.tx, this.name, this.key, timeout);
  }

  end(): void {
    this.status = 'DONE';
  }

  #step(name: string): ProcessStep<State, Tx> {
    const step = this.steps[name];
    // A step that was declared when it was done and is no more: the rows outlive the code.
    if (!step) throw new RangeError(`Process ${this.name} knows no step ${name}`);
    return step;
  }
}

/** The violations of a decision that was no (`Refusal` of the write side), known by its shape. */
function refusalOf(error: unknown): readonly unknown[] | undefined {
  if (!(error instanceof Error) || error.name !== 'Refusal' || !('errors' in error))
    return undefined;
  return Array.isArray(error.errors) ? error.errors : undefined;
}

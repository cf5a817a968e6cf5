/** What a process manager needs of the transaction it runs in. `WriteSession` is one. */
export interface ProcessTx {
  sql<Row = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  readonly ctx: {
    readonly tenantId: string;
    readonly now: Date;
    readonly correlationId: string;
  };
}

/** What a process manager needs of an event. `RecordedEvent` is one. */
export interface ProcessEvent<Data> {
  readonly type: string;
  readonly data: Data;
}

/** One forward action and the action that takes it back, side by side. Both run in the event's transaction. */
export interface ProcessStep<State, Tx extends ProcessTx> {
  do(state: State, tx: Tx): Promise<void>;
  undo(state: State, tx: Tx): Promise<void>;
}

/** RUNNING until it ends; DONE where it reached its goal, COMPENSATED where its steps were taken back. */
export type ProcessStatus = 'RUNNING' | 'DONE' | 'COMPENSATED';

export type StepOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly unknown[] };

/** What a handler may do besides issuing commands through its transaction. */
export interface ProcessControl<State, Step extends string, Timeout extends string> {
  readonly key: string;
  /**
   * Does a step once; a step that is done already is skipped. A refusal (a business decision that was no)
   * takes back this step, then all earlier ones in reverse order, and ends the process as COMPENSATED.
   * Whatever else is thrown ends the transaction: the event comes again.
   * Steps are given `state`; by default the state before the event.
   */
  perform(step: Step, state?: State): Promise<StepOutcome>;
  /** Takes back every step that was done, last first, and ends the process as COMPENSATED. */
  compensate(state?: State): Promise<void>;
  /** Sets or moves a timeout. Due ones fire within seconds, once; after a restart too. */
  schedule(timeout: Timeout, dueAt: Date): Promise<void>;
  cancel(timeout: Timeout): Promise<void>;
  /** Ends the process as DONE: its timeouts are cancelled, later events of its key are ignored. */
  end(): void;
}

export interface ProcessReaction<State, Data, Tx extends ProcessTx, Control> {
  /** Which process an event belongs to; null for none. */
  key(event: ProcessEvent<Data>): string | null;
  /** Whether the event may begin a process (default true); otherwise it is ignored where none runs. */
  readonly starts?: boolean;
  /** Returns the state after the event. */
  handle(state: State, event: ProcessEvent<Data>, tx: Tx, control: Control): Promise<State> | State;
}

/** A process manager: what goes on over many events, written as a state machine. `State` is JSON, ids only. */
export interface ProcessSpec<
  State,
  Events,
  Tx extends ProcessTx,
  Step extends string,
  Timeout extends string,
> {
  /** `<domain>.<what>`, unique: the name of its rows and of its checkpoint. */
  readonly name: string;
  readonly initial: State;
  readonly on: {
    readonly [Type in keyof Events & string]?: ProcessReaction<
      State,
      Events[Type],
      Tx,
      ProcessControl<State, Step, Timeout>
    >;
  };
  readonly timeouts?: {
    readonly [Name in Timeout]: (
      state: State,
      tx: Tx,
      control: ProcessControl<State, Step, Timeout>,
    ) => Promise<State> | State;
  };
  readonly steps?: { readonly [Name in Step]: ProcessStep<State, Tx> };
}

/** A declared process manager: a reaction (run by the consumers) whose timeouts a sweep fires. */
export interface ProcessManager<Tx extends ProcessTx = ProcessTx> {
  readonly name: string;
  readonly types: readonly string[];
  readonly on: Readonly<Record<string, (event: never, tx: Tx) => Promise<void>>>;
  /** Fires one due timeout in a transaction of its tenant. False where it was cancelled, moved or fired. */
  fire(key: string, timeout: string, tx: Tx): Promise<boolean>;
}

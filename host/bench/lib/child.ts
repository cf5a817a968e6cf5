import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

export interface ChildOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
  /** Resolves the start once the child has printed this. */
  readonly ready?: RegExp;
  /** How long that may take; default a minute. */
  readonly startMs?: number;
}

const START_MS = 60_000;

/** A process of the benchmark's own, asked over its IPC channel; see `answerCalls`. */
export class Child {
  #calls = 0;
  readonly #process: ChildProcess;
  /** What it had printed when it was ready. */
  readonly said: string;

  private constructor(child: ChildProcess, said: string) {
    this.#process = child;
    this.said = said;
    child.setMaxListeners(100);
  }

  /** Rejects where the child ends, or has nothing to say, before it is ready. */
  static async start(module: string, options: ChildOptions = {}): Promise<Child> {
    const { args = [], env = {}, execArgv = [], ready, startMs = START_MS } = options;
    const child = fork(module, [...args], {
      env: { ...process.env, ...env },
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
    });
    if (ready) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          said += '\nIt was not ready in time.';
          child.kill('SIGTERM');
        }, startMs);
        child.once('exit', (code) => reject(new Error(`${module} ended with ${code}: ${said}`)));
        child.stdout?.on('data', () => {
          if (!ready.test(said)) return;
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return new Child(child, said);
  }

  call<Result>(name: string, input?: Serializable): Promise<Result> {
    const id = ++this.#calls;
    return new Promise<Result>((resolve, reject) => {
      const hear = (reply: Reply): void => {
        if (reply.id !== id) return;
        this.#process.off('message', hear);
        if (reply.error) reject(new Error(reply.error));
        else resolve(reply.result as Result);
      };
      this.#process.on('message', hear);
      this.#process.send({ id, name, input: input ?? null });
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }
}

type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** The child's side: answers calls by name. The channel alone keeps no process alive; it ends with its parent. */
export function answerCalls(answers: Answers): void {
  process.on('message', (call: { id: number; name: string; input: never }) => {
    Promise.resolve()
      .then(() => answers[call.name]?.(call.input))
      .then(
        (result) => process.send?.({ id: call.id, result }),
        (error: unknown) => process.send?.({ id: call.id, error: String(error) }),
      );
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}

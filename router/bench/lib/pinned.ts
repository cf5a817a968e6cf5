import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** The gateway has a core to itself; everything else shares the others. */
export const GATEWAY_CORES = '0';
export const OTHER_CORES = `1-${Math.max(1, availableParallelism() - 1)}`;

const TICKS_PER_SECOND = 100;

/** A process on given cores, with an IPC channel. */
export class Pinned {
  readonly process: ChildProcess;
  #said = '';

  constructor(cores: string, command: readonly string[]) {
    this.process = spawn('taskset', ['-c', cores, ...command], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString()).slice(-5_000);
      });
    }
  }

  /** The end of what it printed, for the report of a failure. */
  get said(): string {
    return this.#said;
  }

  get running(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Milliseconds of processor time used so far. */
  get cpuMs(): number {
    const fields = this.#proc('stat').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000;
  }

  /** Resident memory in MiB. */
  get rssMiB(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(this.#proc('status'))?.[1]) / 1024;
  }

  /** The next message, after sending one. @throws where the process ends instead */
  message(send?: object): Promise<Record<string, unknown>> {
    const child = this.process;
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`A process ended: ${this.said}`));
      child.once('exit', ended);
      child.once('message', (message: Record<string, unknown>) => {
        child.off('exit', ended);
        resolve(message);
      });
      if (send) child.send(send);
    });
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  #proc(file: string): string {
    return readFileSync(`/proc/${this.process.pid}/${file}`, 'utf8');
  }
}

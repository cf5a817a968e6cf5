import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server writes into `postmaster.pid` in its cluster. */
export interface PostmasterFile {
  readonly pid: number;
  readonly directory: string;
  readonly port: number;
  /** `starting`, `ready`, `stopping`, … */
  readonly status: string;
}

/** Reads `postmaster.pid`; undefined when there is none, or when it is being written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const [pid, directory, , port, , , , status] = text?.split('\n') ?? [];
  if (!pid || !directory || !Number.isInteger(Number(pid))) return undefined;
  return {
    pid: Number(pid),
    directory,
    port: Number(port ?? Number.NaN),
    status: status?.trim() ?? '',
  };
}

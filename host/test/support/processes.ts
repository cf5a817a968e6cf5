import { execFileSync } from 'node:child_process';

interface Child {
  readonly pid: number;
  readonly command: string;
}

/** What a process has started and still runs, by command line. */
export function childrenOf(parent: number | undefined): Child[] {
  const rows = execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows.flatMap((row) => {
    const [, pid, ppid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(ppid) === parent ? [{ pid: Number(pid), command: command.trimEnd() }] : [];
  });
}

/** The process that runs `nexus <command>` as a child of the one that was started. */
export function processOf(parent: number | undefined, command: string): number {
  const found = childrenOf(parent).find((child) => child.command.endsWith(` ${command}`));
  if (!found) throw new RangeError(`No process runs "${command}".`);
  return found.pid;
}

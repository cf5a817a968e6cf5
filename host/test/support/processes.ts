import { execFileSync } from 'node:child_process';

/** The process that runs `nexus <command>` as a child of the one that was started. */
export function processOf(parent: number | undefined, command: string): number {
  const lines = execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .find(
      (match) => Number(match?.[2]) === parent && match?.[3]?.trimEnd().endsWith(` ${command}`),
    );
  if (!found) throw new RangeError(`No process runs "${command}".`);
  return Number(found[1]);
}

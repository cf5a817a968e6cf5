import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/** One line of a table: what was wanted, and what came of it. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
  /** What the figure was made of. */
  readonly detail: string;
}

/** The figures as Markdown. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, measured, target, met, detail }) =>
      `| ${what} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} | ${detail} |`,
  );
  return ['| what | measured | target | met | made of |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** What it was measured on. `beside`: the versions of what was measured with it. */
export function machine(beside: string): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} GiB, Node ${process.versions.node}; ${beside}.`;
}

/** Puts results between two marks of `docs/benchmarks.md`; what stands around them is left alone. */
export async function keep(results: string, begin: string, end: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before] = page.split(begin);
  const [, after = '\n'] = page.split(end);
  await writeFile(PAGE, `${before}${begin}\n${results}\n${end}${after}`);
}

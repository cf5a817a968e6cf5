import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
  /** What the figure was made of. */
  readonly detail: string;
}

const PAGE = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));
const BEGIN = '<!-- results: written by `npm run bench` -->';
const END = '<!-- end of results -->';

/** The table as Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, measured, target, met, detail }) =>
      `| ${what} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} | ${detail} |`,
  );
  return ['| what | measured | target | met | made of |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** What it was measured on. */
export function machine(postgres: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${cpus().length} cores (${cpu?.model.trim()}), ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${postgres}.`;
}

/** Puts the results between the marks of `docs/benchmarks.md`; what stands around them is left alone. */
export async function keep(results: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before] = page.split(BEGIN);
  const [, after = '\n'] = page.split(END);
  await writeFile(PAGE, `${before}${BEGIN}\n${results}\n${END}${after}`);
}

// Preloaded into the measured process (`--import`): lets the benchmark ask for its memory, and record the
// statements of one mutation. Changes nothing until it is asked.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { answerCalls } from './lib/child.ts';

export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

const { prototype } = pg.Client;
const { query } = prototype;
let recorded = new Map<object, Statement[]>();

function record(): void {
  recorded = new Map();
  prototype.query = function (this: pg.Client, ...args: never[]) {
    const [first] = args as readonly unknown[];
    const { text, values, name } =
      typeof first === 'string' ? ({ text: first } as Statement) : (first as Statement);
    const own = recorded.get(this) ?? [];
    own.push({ text, ...(values && { values }), ...(name && { name }) });
    recorded.set(this, own);
    return Reflect.apply(query, this, args) as never;
  } as typeof query;
}

/** The statements of the transaction that appended to the log, from BEGIN to COMMIT. */
function recordedWrite(): Statement[] {
  prototype.query = query;
  for (const statements of recorded.values()) {
    const append = statements.findIndex(({ text }) => text.includes('INSERT INTO kit.event'));
    if (append < 0) continue;
    const begin = statements.findLastIndex(({ text }, i) => i < append && text.startsWith('BEGIN'));
    const end = statements.findIndex(({ text }, i) => i > append && text.startsWith('COMMIT'));
    return statements.slice(begin, end + 1);
  }
  throw new RangeError('Nothing was appended while recording');
}

answerCalls({
  record,
  recordedWrite,
  /** Resident set size after collections; a while lies between, so that finalizers run. */
  async memory() {
    for (let i = 0; i < 4; i++) {
      global.gc?.();
      await sleep(200);
    }
    return process.memoryUsage();
  },
  rss: () => process.memoryUsage().rss,
});

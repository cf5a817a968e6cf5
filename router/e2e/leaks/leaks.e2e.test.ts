import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const full = process.env.NEXUS_TEST_FULL === '1';
const OPERATIONS = full ? 100_000 : 3_000;
const CONNECTIONS = full ? 20_000 : 500;
/** In the full run fifty bytes for each operation show; compiled code and inline caches need not. */
const ALLOWED_BYTES = 5 * 1024 * 1024;

interface Weights {
  readonly before: number;
  readonly after: number;
}

describe('a router under load', () => {
  it(`keeps nothing of ${OPERATIONS} operations and ${CONNECTIONS} connections`, async () => {
    const load = join(import.meta.dirname, 'load.ts');
    const counts = [OPERATIONS, CONNECTIONS].map(String);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--no-warnings', load, ...counts],
      { env: { ...process.env, NODE_OPTIONS: '' } },
    );
    const weights: Record<string, Weights> = JSON.parse(stdout);
    for (const { before, after } of Object.values(weights)) {
      expect(after - before).toBeLessThan(ALLOWED_BYTES);
    }
    expect(Object.keys(weights)).toEqual(['afterOperations', 'afterConnections']);
  }, 1_200_000);
});

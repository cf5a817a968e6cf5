import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OTHER_CORES } from './pinned.ts';

const AUTOCANNON = fileURLToPath(
  new URL('../node_modules/autocannon/autocannon.js', import.meta.url),
);

/** What came of a load: requests per second, milliseconds. */
export interface Load {
  readonly requests: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
}

/** Posts `query` over and over by 50 connections. @throws where anything but 200 came back */
export async function load(url: string, query: string, seconds: number): Promise<Load> {
  const { stdout } = await promisify(execFile)(
    'taskset',
    [
      ...['-c', OTHER_CORES, process.execPath, AUTOCANNON, '--json', '--no-progress'],
      ...['--connections', '50', '--duration', String(seconds), '--method', 'POST'],
      ...['--headers', 'content-type=application/json', '--headers', 'accept=application/json'],
      ...['--body', JSON.stringify({ query }), url],
    ],
    { maxBuffer: 10 * 1024 * 1024 },
  );
  const { requests, latency, non2xx, errors, timeouts } = JSON.parse(stdout);
  if (non2xx + errors + timeouts > 0) {
    throw new Error(`${non2xx} answers were no success, ${errors} requests failed.`);
  }
  const { p50, p99, max: slowest } = latency;
  return { requests: requests.total, rps: requests.average, p50, p99, slowest };
}

/** One answer as text. */
export async function ask(url: string, query: string): Promise<string> {
  return (await post(url, query)).text();
}

/** One answer. `headers` beside those of every request. */
export function post(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

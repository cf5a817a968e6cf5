import type { RouterResult } from '../../src/index.js';

export interface Answer {
  status: number;
  headers: Headers;
  body: RouterResult;
}

/** Posts an operation as JSON. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return read(response);
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) };
}

/** `code` of each error of an answer. */
export function codes({ errors = [] }: RouterResult): unknown[] {
  return errors.map(({ extensions }) => extensions?.code);
}

/** Waits until `condition` holds; fails after half a minute, which a busy machine may take. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new TypeError('The condition did not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

import { buildSchema, execute, parse } from 'graphql';
import type { RouterResult } from '../../src/index.js';

type Path = readonly (string | number)[];

/**
 * What is wrong with a partial answer by the GraphQL specification, held against the whole one;
 * empty where it is right: only what the schema allows, each null explained by an error, errors
 * with a code and a request id, and nothing said of the inside.
 */
export async function nonconformities(
  partial: RouterResult,
  whole: RouterResult,
  { apiSdl, query }: { apiSdl: string; query: string },
): Promise<string[]> {
  const { data = null, errors = [] } = partial;
  const found = data === null ? [] : await refusals(apiSdl, query, data);
  const explained = errors.map(({ path }) => path ?? []);
  for (const place of lost(data, whole.data ?? null, [])) {
    if (!explained.some((path) => related(path, place))) found.push(`unexplained: ${place}`);
  }
  for (const { message, extensions, path } of errors) {
    if (!extensions?.code || !extensions.requestId) found.push(`no code or id: ${message}`);
    if (/ECONN|127\.0\.0\.1|socket|JSON|undici/i.test(message)) found.push(`tells: ${message}`);
    if (path?.some((key) => String(key).startsWith('_'))) found.push(`inner path: ${path}`);
  }
  return found;
}

/** graphql-js completes the answer as if it were its own data. */
async function refusals(apiSdl: string, query: string, data: object): Promise<string[]> {
  const { data: completed, errors } = await execute({
    schema: buildSchema(apiSdl),
    document: parse(query),
    rootValue: data,
    fieldResolver: (source, _args, _context, { path }) => source[path.key],
    typeResolver: (value) => value.__typename,
  });
  const equal = JSON.stringify(completed) === JSON.stringify(data);
  return [
    ...(errors ?? []).map(String),
    ...(equal ? [] : [`not as selected: ${JSON.stringify(data)}`]),
  ];
}

/** Where the whole answer has something and the partial one null. */
function lost(partial: unknown, whole: unknown, at: Path): Path[] {
  if (partial === null || partial === undefined) return whole === partial ? [] : [at];
  if (typeof whole !== 'object' || whole === null || typeof partial !== 'object') return [];
  return Object.keys(whole).flatMap((name) => {
    const key = Array.isArray(whole) ? Number(name) : name;
    const [one, other] = [partial, whole].map((value) => (value as Record<string, unknown>)[name]);
    return lost(one ?? null, other ?? null, [...at, key]);
  });
}

function related(one: Path, other: Path): boolean {
  return [...Array(Math.min(one.length, other.length)).keys()].every((i) => one[i] === other[i]);
}

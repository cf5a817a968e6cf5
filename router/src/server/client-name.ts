const NAMES = [
  'graphql-client-name',
  'apollographql-client-name',
  'x-graphql-client-name',
] as const;
const VERSIONS = [
  'graphql-client-version',
  'apollographql-client-version',
  'x-graphql-client-version',
] as const;
const MAX_LENGTH = 128;

/** How a client calls itself, in its headers or the parameters of its connection; anybody may say anything. */
export function clientNameOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  return textIn(headers, NAMES);
}

/** Which version of itself a client says it is, in the same places. */
export function clientVersionOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  return textIn(headers, VERSIONS);
}

function textIn(
  headers: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const text = headers[name];
    if (typeof text === 'string' && text !== '') return text.slice(0, MAX_LENGTH);
  }
  return undefined;
}

const NAMES = [
  'graphql-client-name',
  'apollographql-client-name',
  'x-graphql-client-name',
] as const;
const MAX_LENGTH = 128;

/** How a client calls itself, in its headers or the parameters of its connection; anybody may say anything. */
export function clientNameOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  for (const header of NAMES) {
    const name = headers[header];
    if (typeof name === 'string' && name !== '') return name.slice(0, MAX_LENGTH);
  }
  return undefined;
}

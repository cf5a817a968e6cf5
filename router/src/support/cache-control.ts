/** Directives of a `Cache-Control` header by name; `true` where one has no value. */
export type CacheDirectives = ReadonlyMap<string, string | true>;

const DIRECTIVE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g;

/**
 * Reads a `Cache-Control` header (RFC 9111, 5.2). One that is stated twice with different values has the value `0`,
 * which is no lifetime at all (4.2.1).
 */
export function readCacheControl(header: string): CacheDirectives {
  const directives = new Map<string, string | true>();
  for (const [, name = '', quoted, plain] of header.matchAll(DIRECTIVE)) {
    const known = directives.get(name.toLowerCase());
    const value = quoted ?? plain ?? true;
    directives.set(name.toLowerCase(), known === undefined || known === value ? value : '0');
  }
  return directives;
}

/** A lifetime in whole seconds; `undefined`: not stated. What is no number is no lifetime at all. */
export function secondsOf(directives: CacheDirectives, name: string): number | undefined {
  const value = directives.get(name);
  if (value === undefined) return undefined;
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : 0;
}

import { randomUUID } from 'node:crypto';
import type { HopHeaders, ServeOptions, Verified } from './serve.types.js';

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i;
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** A verified caller of one operation. */
export interface Hop<P> {
  readonly principal: P | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** Plain headers with lower-case names, from HTTP headers, connection parameters or extensions. */
export function headersOf(source: unknown): HopHeaders {
  if (typeof source !== 'object' || source === null) return {};
  const entries = Object.entries(source).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
  );
  return Object.fromEntries(entries);
}

/** The id that the router gave the request, or one of our own where it is absent or strange. */
export function requestIdOf(headers: HopHeaders): string {
  const given = headers['x-request-id'];
  return given && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Who asks. A refusal tells the log why, the caller nothing. */
export async function verifyHop<P>(
  { verify, attributes, log }: Pick<ServeOptions<P>, 'verify' | 'attributes' | 'log'>,
  headers: HopHeaders,
): Promise<Hop<P> | undefined> {
  const requestId = requestIdOf(headers);
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  const verified: Verified<P> = token
    ? await verify(token)
    : { ok: false, reason: 'no bearer token' };
  if (!verified.ok) {
    log.warn({ requestId, reason: verified.reason }, 'refused a caller that is not the router');
    return undefined;
  }
  return { principal: verified.principal, attributes: attributes?.(headers) ?? {}, requestId };
}

import { readCacheControl, secondsOf } from '../support/cache-control.js';
import type { HopHeaders } from '../transport/http.types.js';
import type { AnswerHeaders } from '../transport/transport.js';

/** What one subgraph's answer says of how long it holds. */
export interface CallHint {
  /** `undefined`: nothing is said, and the schema is asked. 0: it is not to be kept. */
  readonly seconds: number | undefined;
  readonly isPrivate: boolean;
}

const SILENT: CallHint = { seconds: undefined, isPrivate: false };
const NEVER: CallHint = { seconds: 0, isPrivate: true };

/** Headers of a call that are the same whoever asks. */
const CONSTANT = /^(?:accept|accept-encoding|content-.*|connection|host|user-agent|origin)$/;

/**
 * Reads the headers of a subgraph's answer (RFC 9111). `s-maxage` shortens `max-age`, and alone says nothing: the hint
 * is meant for browsers, too. An answer that depends on a header which is not the client's own, as far as the router
 * passes it on, is its caller's alone.
 */
export function callHint(
  headers: AnswerHeaders | undefined,
  clientHeaders: HopHeaders | undefined = {},
): CallHint {
  if (!headers) return SILENT;
  const { 'cache-control': control = '', age = '0', vary = '' } = headers;
  const directives = readCacheControl(control);
  const names = vary
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (directives.has('no-store') || directives.has('no-cache') || names.includes('*')) return NEVER;
  const isDependent = names.some(
    (name) => !CONSTANT.test(name) && !Object.hasOwn(clientHeaders, name),
  );
  const isPrivate = isDependent || directives.has('private');
  const stated = secondsOf(directives, 'max-age');
  if (stated === undefined) return { seconds: undefined, isPrivate };
  const shared = secondsOf(directives, 's-maxage') ?? stated;
  const passed = /^\d{1,10}$/.test(age) ? Number(age) : stated;
  return { seconds: Math.max(0, Math.min(stated, shared) - passed), isPrivate };
}

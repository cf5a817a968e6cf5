import { readCaching, secondsOf } from '../support/cache-control.js';
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
 * Reads the headers of a subgraph's answer. `s-maxage` shortens `max-age`, and alone says nothing: the hint
 * is meant for browsers, too. An answer that depends on a header which is not the client's own, as far as the router
 * passes it on, is its caller's alone.
 */
export function callHint(
  headers: AnswerHeaders | undefined,
  clientHeaders: HopHeaders | undefined = {},
): CallHint {
  if (!headers) return SILENT;
  const { control, isForbidden, varyNames, secondsLeft } = readCaching(headers);
  if (isForbidden || varyNames.includes('*')) return NEVER;
  const isDependent = varyNames.some(
    (name) => !CONSTANT.test(name) && !Object.hasOwn(clientHeaders, name),
  );
  const isPrivate = isDependent || control.has('private');
  const stated = secondsOf(control, 'max-age');
  if (stated === undefined) return { seconds: undefined, isPrivate };
  const shared = secondsOf(control, 's-maxage') ?? stated;
  return { seconds: secondsLeft(Math.min(stated, shared)), isPrivate };
}

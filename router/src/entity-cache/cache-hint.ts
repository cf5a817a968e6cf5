import { cacheControlText } from '../cache-hints/cache-policy.js';
import { readCaching, secondsOf } from '../support/cache-control.js';
import type { HopHeaders } from '../transport/http.types.js';
import type { AnswerHeaders } from '../transport/transport.js';
import type { SchemaHint } from './schema-hint.js';

/** For how long and for whom something may be kept. */
export interface CacheHint {
  readonly seconds: number;
  /** For the caller alone. */
  readonly isPrivate: boolean;
  /** Did the subgraph or the schema say so? What is the host's own default is not told to clients. */
  readonly isStated: boolean;
}

/** What an answer's headers say; a lifetime only where they state one. */
export interface StatedHint {
  readonly seconds: number | undefined;
  readonly isPrivate: boolean;
}

/** Headers that are the same with each call of the router, and say nothing of who asks. */
const CONSTANT =
  /^(?:accept|accept-encoding|content-.*|connection|host|user-agent|origin|access-control-.*|sec-.*)$/;

/**
 * Reads the headers of a subgraph's answer. What depends on headers of which the router does not know the
 * value (its transport sends a token, perhaps) is the caller's alone.
 *
 * @param keyed those of the call that stand in the key
 * @param ignored names of those of which the host says that no answer depends on them
 * @returns `undefined`: the answer is not to be kept
 */
export function statedHint(
  headers: AnswerHeaders,
  keyed: HopHeaders,
  ignored: ReadonlySet<string>,
): StatedHint | undefined {
  const { control, isForbidden, varyNames, secondsLeft } = readCaching(headers);
  if (isForbidden) return undefined;
  if (varyNames.some((name) => name === '*' || name === 'x-request-id' || ignored.has(name))) {
    return undefined;
  }
  const isDependent = varyNames.some((name) => !CONSTANT.test(name) && !Object.hasOwn(keyed, name));
  const isPrivate = control.has('private') || isDependent;
  const own = secondsOf(control, 'max-age');
  const seconds = (isPrivate ? undefined : secondsOf(control, 's-maxage')) ?? own;
  return { seconds: seconds === undefined ? undefined : secondsLeft(seconds), isPrivate };
}

/**
 * The shortest lifetime and the narrowest circle of what an answer and the schema say. Where the answer states no
 * lifetime, the schema's defaults hold.
 */
export function hintOf(
  stated: StatedHint,
  schema: SchemaHint,
  { maxSeconds }: { readonly maxSeconds: number },
): CacheHint | undefined {
  const seconds = Math.min(
    stated.seconds === undefined ? schema.seconds : Math.min(stated.seconds, schema.statedSeconds),
    maxSeconds,
  );
  if (!(seconds > 0)) return undefined;
  return {
    seconds,
    isPrivate: stated.isPrivate || schema.isPrivate,
    isStated: stated.seconds !== undefined || !schema.usesDefault,
  };
}

/** As a `Cache-Control` header; `undefined` stands for a part that is not to be kept. */
export function overallCacheControl(hints: readonly (CacheHint | undefined)[]): string {
  let seconds = Number.POSITIVE_INFINITY;
  let isPrivate = false;
  for (const hint of hints) {
    if (!hint?.isStated) return cacheControlText(undefined);
    seconds = Math.min(seconds, hint.seconds);
    isPrivate ||= hint.isPrivate;
  }
  return cacheControlText({ seconds, isPrivate });
}

import type { SubgraphResult } from '../transport/transport.js';
import { hintOf, type StatedHint, statedHint } from './cache-hint.js';
import type { Kept } from './entity-store.types.js';
import { type KeptPart, writeKept } from './kept-text.js';
import type { AskedPart } from './missing-part.js';
import { answeredParts } from './reduced-request.js';
import { tagsTold } from './told-tags.js';

/** How an answer's headers are read. */
export interface ReadingFacts {
  readonly subgraph: string;
  /** Headers of the call that stand in the keys. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ignoredHeaders: ReadonlySet<string>;
  readonly maxSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A part of an answer that is to be kept. */
export interface KeepablePart {
  readonly kept: KeptPart;
  readonly entry: Kept;
}

/**
 * What of an answer is to be kept, in the order of what was asked for: nothing with errors, nothing without a lifetime,
 * no entity that the subgraph does not know, and nothing private of callers who cannot be told apart. To be called
 * before anybody changes the answer.
 */
export function keepableParts(
  result: SubgraphResult,
  asked: readonly AskedPart[],
  facts: ReadingFacts,
): (KeepablePart | undefined)[] {
  const nothing = asked.map(() => undefined);
  if (result.errors?.length || !result.data) return nothing;
  const { headers, ignoredHeaders, subgraph } = facts;
  const stated = statedHint(result.headers ?? {}, headers, ignoredHeaders);
  const parts = asked.map(({ part }) => part);
  const told = stated && tagsTold(result, parts, subgraph);
  if (!told) return nothing;
  const answered = answeredParts(result.data, parts);
  return asked.map((each, index) =>
    keepable(each, answered[index], { stated, toldTags: told[index] ?? [], facts }),
  );
}

interface Said {
  readonly stated: StatedHint;
  readonly toldTags: readonly string[];
  readonly facts: ReadingFacts;
}

function keepable(
  { part: { keeping }, stamp }: AskedPart,
  value: unknown,
  { stated, toldTags, facts }: Said,
): KeepablePart | undefined {
  if (!keeping || stamp === undefined || typeof value !== 'object' || value === null) {
    return undefined;
  }
  const said = hintOf(stated, keeping.selection.hint, facts);
  if (!said) return undefined;
  const { privateKey } = keeping;
  const tags = keeping.tags();
  const sharedKey = said.isPrivate ? undefined : keeping.sharedKey;
  const key = sharedKey ?? privateKey;
  const text = key === undefined ? undefined : jsonOf(value);
  if (key === undefined || text === undefined || !tags) return undefined;
  const hint = { ...said, isPrivate: sharedKey === undefined };
  const kept = writeKept(text, hint, facts.now);
  const entry = { key, tags, toldTags, stamp, ttlMs: hint.seconds * 1000, value: kept };
  return { kept: { text, hint }, entry };
}

/** `undefined` for what JSON cannot hold, such as a `BigInt` of a subgraph in this process. */
function jsonOf(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

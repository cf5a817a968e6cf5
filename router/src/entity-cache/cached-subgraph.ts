import type { Ask } from '../shaping/ask.js';
import type { OperationContext, SubgraphRequest, SubgraphResult } from '../transport/transport.js';
import { answerOf, type KnownPart, type Outcome } from './answer.js';
import type { EntityStore } from './entity-store.types.js';
import { type KeepablePart, keepableParts, type ReadingFacts } from './keepable.js';
import type { KeptPart } from './kept-text.js';
import { lookUp } from './look-up.js';
import { type AskedPart, type MissingPart, shareableKey } from './missing-part.js';
import type { Part } from './part.js';
import { reducedRequest } from './reduced-request.js';
import type { UnderWay } from './under-way.js';

const OUTCOMES = ['hit', 'miss', 'joined'] as const;

/** What became of a part: found, asked for, or waited for because another call asks for it. */
export type CacheOutcome = (typeof OUTCOMES)[number];

/** What a store that is away did not do. */
export type StoreAction = 'read' | 'write';

export interface CachedSubgraphOptions extends Pick<ReadingFacts, 'subgraph' | 'maxSeconds'> {
  readonly store: EntityStore;
  readonly underWay: UnderWay<KeptPart>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly observe: (outcome: CacheOutcome, type: string | undefined, parts: number) => void;
  readonly storeFailed: (action: StoreAction, reason: unknown) => void;
}

/** A call in its parts, and how its answer's headers are read. */
export interface CallInParts extends Pick<ReadingFacts, 'headers' | 'ignoredHeaders'> {
  readonly parts: readonly Part[];
}

/** One call of a subgraph, answered from the store as far as it goes; the subgraph is asked for the rest. */
export async function answerCached<P>(
  ask: Ask<P>,
  request: SubgraphRequest,
  context: OperationContext<P>,
  inParts: CallInParts,
  options: CachedSubgraphOptions,
): Promise<SubgraphResult> {
  const { subgraph, observe, underWay } = options;
  const { known, missing } = await lookUpOrMiss(inParts.parts, options);
  const call = (asked: readonly AskedPart[]): Promise<Outcome> =>
    askFor(asked, (some) => ask(reducedRequest(request, inParts.parts, some), context), {
      ...options,
      ...inParts,
    });

  const own: AskedPart[] = [];
  const joined: { missed: MissingPart; coming: Promise<KeptPart | undefined> }[] = [];
  for (const missed of missing) {
    const sharedBy = shareableKey(missed);
    const name = sharedBy && `${sharedBy} ${missed.stamp}`;
    const coming = name && underWay.find(name);
    if (coming) joined.push({ missed, coming });
    else own.push({ ...missed, sharedBy, asking: name ? underWay.begin(name) : undefined });
  }
  const parts = { hit: known, miss: own, joined: joined.map(({ missed }) => missed) };
  for (const outcome of OUTCOMES) {
    const byType = Map.groupBy<string | undefined, { readonly part: Part }>(
      parts[outcome],
      ({ part }) => part.type,
    );
    for (const [type, { length }] of byType) observe(outcome, type, length);
  }
  const outcomes = own.length > 0 ? [call(own)] : [];
  const alone: AskedPart[] = [];
  for (const { missed, coming } of joined) {
    const kept = await coming;
    if (kept) known.push({ ...kept, part: missed.part });
    else alone.push({ ...missed, sharedBy: undefined, asking: undefined });
  }
  if (alone.length > 0) outcomes.push(call(alone));
  return answerOf(subgraph, known, await Promise.all(outcomes));
}

async function lookUpOrMiss(
  parts: readonly Part[],
  { store, now, storeFailed }: CachedSubgraphOptions,
): Promise<{ known: KnownPart[]; missing: MissingPart[] }> {
  try {
    return await lookUp(store, parts, now());
  } catch (reason) {
    storeFailed('read', reason);
    return { known: [], missing: parts.map((part) => ({ part, stamp: undefined })) };
  }
}

/** Asks the subgraph, keeps what is to be kept, and tells those who wait for it. Never rejects. */
async function askFor(
  asked: readonly AskedPart[],
  ask: (parts: readonly Part[]) => Promise<SubgraphResult>,
  options: CachedSubgraphOptions & CallInParts,
): Promise<Outcome> {
  const parts = asked.map(({ part }) => part);
  try {
    const result = await ask(parts);
    const keepable = keepableParts(result, asked, { ...options, now: options.now() });
    for (const [index, each] of asked.entries()) tell(each, keepable[index]);
    const entries = keepable.flatMap((each) => (each ? [each.entry] : []));
    void keep(entries, asked, options);
    return { asked: parts, result, hints: keepable.map((each) => each?.kept.hint) };
  } catch (failure) {
    for (const each of asked) tell(each, undefined);
    return { asked: parts, result: { failure }, hints: parts.map(() => undefined) };
  }
}

function tell({ part, asking, sharedBy }: AskedPart, keepable: KeepablePart | undefined): void {
  if (part.keeping) {
    const { kept } = keepable ?? {};
    const circle = kept?.hint.isPrivate ? 'caller' : 'everybody';
    part.keeping.selection.keptFor = kept ? circle : 'nobody';
  }
  if (keepable?.entry.key === sharedBy) asking?.tell(keepable?.kept);
  else asking?.end();
}

/** Whoever asks while it is being kept still shares it: the store may be slow. */
async function keep(
  entries: readonly KeepablePart['entry'][],
  asked: readonly AskedPart[],
  { store, storeFailed }: CachedSubgraphOptions,
): Promise<void> {
  try {
    if (entries.length > 0) await store.write(entries);
  } catch (reason) {
    storeFailed('write', reason);
  } finally {
    for (const { asking } of asked) asking?.end();
  }
}

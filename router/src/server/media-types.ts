import { LruCache } from '../support/lru-cache.js';

/** In which form one answer is written. */
export type AnswerType = 'application/json' | 'application/graphql-response+json';
/** In which form a stream of results is written. */
export type StreamType = 'text/event-stream' | 'multipart/mixed';

/** What a client takes, by its `accept` header. */
export interface Accepted {
  /** For one answer; absent where the client takes no JSON. */
  readonly answer?: AnswerType;
  /** For a stream; absent where the client takes none. */
  readonly stream?: StreamType;
  /** It takes deferred parts by Apollo's incremental delivery: `multipart/mixed;deferSpec=20220824`. */
  readonly deferred: boolean;
  /** It likes a stream best. */
  readonly prefersStream: boolean;
  /**
   * It names `application/json` and likes nothing better: a client from before the specification, which takes any
   * status but 200 for a fault of the network.
   */
  readonly legacy: boolean;
}

const LONGEST_KEPT = 512;
const known = new LruCache<string, Accepted>(100);

/**
 * Chooses by the client's q-values (RFC 9110, section 12.5.1), and among equals by its order. Streams are never meant
 * by a wildcard, and `multipart/mixed` only with Apollo's `subscriptionSpec=1.0` or `deferSpec=20220824`.
 */
export function acceptedTypes(header: string | undefined): Accepted {
  if (header === undefined || header.trim() === '') return ANYTHING;
  const kept = known.get(header);
  if (kept) return kept;
  const accepted = choose(readRanges(header));
  if (header.length <= LONGEST_KEPT) known.set(header, accepted);
  return accepted;
}

const ANYTHING: Accepted = {
  answer: 'application/json',
  deferred: false,
  prefersStream: false,
  legacy: false,
};

interface Range {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly q: number;
  readonly position: number;
}

function readRanges(header: string): Range[] {
  return header.split(',').map((text, position) => {
    const [type = '', ...pairs] = text.split(';').map((part) => part.trim().toLowerCase());
    const parameters = new Map(
      pairs.map((pair) => {
        const [name = '', value = ''] = pair.split('=', 2);
        return [name.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
      }),
    );
    const q = Number(parameters.get('q') ?? 1);
    return { type, parameters, q: q >= 0 && q <= 1 ? q : 0, position };
  });
}

function choose(ranges: readonly Range[]): Accepted {
  const exact = (type: string): Range | undefined => ranges.find((range) => range.type === type);
  const events = exact('text/event-stream');
  const mixed = (name: string, value: string): Range | undefined =>
    ranges.find(
      ({ type, parameters }) => type === 'multipart/mixed' && parameters.get(name) === value,
    );
  const multipart = mixed('subscriptionspec', '1.0');
  const deferred = mixed('deferspec', '20220824');
  const named = exact('application/json');
  const json = named ?? exact('application/*') ?? exact('*/*');
  const response = exact('application/graphql-response+json');

  const answer = best({ 'application/json': json, 'application/graphql-response+json': response });
  const stream = best({ 'text/event-stream': events, 'multipart/mixed': multipart });
  const first = best({ answer: answer?.range, stream: stream?.range });
  return {
    ...(answer && { answer: answer.name }),
    ...(stream && { stream: stream.name }),
    deferred: deferred !== undefined && deferred.q > 0,
    prefersStream: first?.name === 'stream',
    legacy: answer !== undefined && answer.range === named,
  };
}

function best<Name extends string>(
  candidates: Readonly<Record<Name, Range | undefined>>,
): { name: Name; range: Range } | undefined {
  const found = (Object.entries(candidates) as [Name, Range | undefined][]).flatMap(
    ([name, range]) => (range && range.q > 0 ? [{ name, range }] : []),
  );
  const order = (a: Range, b: Range): number => b.q - a.q || a.position - b.position;
  return found.sort((a, b) => order(a.range, b.range))[0];
}

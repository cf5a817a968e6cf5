import { digestText } from '../support/digest.js';
import { stableText } from '../support/stable-text.js';
import type { HopHeaders } from '../transport/http.types.js';
import type { SubgraphRequest } from '../transport/transport.js';
import type { CachedCall, EntityList } from './cached-call.js';
import type { GraphFacts } from './graph-facts.js';
import type { Selection } from './selection.js';
import { entityTags, rootTags } from './tags.js';

/** What is kept by itself: an entity as one selection sees it, or all that a call asks of the root. */
export interface Part {
  /** Its type; `undefined`: one that the subgraph does not know. */
  readonly type: string | undefined;
  /** Absent for the root. */
  readonly place: { readonly list: EntityList; readonly index: number } | undefined;
  /** Absent where it is not to be kept, and always asked for. */
  readonly keeping: Keeping | undefined;
}

export interface Keeping {
  readonly selection: Selection;
  /**
   * By what it can be invalidated, worked out when it is first asked for: not every store wants to know before it has
   * something to keep. `undefined`: it could not be invalidated as the schema says, and is not to be kept.
   */
  readonly tags: () => readonly string[] | undefined;
  /** Where it is kept for those alone who are answered the same as the caller. */
  readonly privateKey: string | undefined;
  /** Where it is kept for everybody. */
  readonly sharedKey: string | undefined;
}

/** For whom things are kept, as texts: everything on which an answer depends beside the question. */
export interface Circles {
  readonly own: string | undefined;
  readonly everybody: string | undefined;
}

export interface PartFacts {
  readonly subgraph: string;
  readonly facts: GraphFacts;
  readonly circles: Circles;
}

export function partsOf(
  call: CachedCall,
  { variables }: SubgraphRequest,
  facts: PartFacts,
): readonly Part[] {
  const keysOf = keyMaker(variables, facts);
  if (call.kind === 'root') {
    const { selection, fields } = call;
    const tags = once(() => rootTags(fields, variables, { ...facts, holds: selection.holds }));
    const keys = keysOf(selection, '');
    const keeping = keys && { selection, tags, ...keys };
    return [{ type: facts.facts.queryType, place: undefined, keeping }];
  }
  return call.lists.flatMap((list) => {
    const representations = variables[list.variable];
    if (!Array.isArray(representations)) return [];
    return representations.map((representation: Readonly<Record<string, unknown>>, index): Part => {
      const place = { list, index };
      const { __typename: name } = representation;
      const selection = typeof name === 'string' ? list.selectionOf(name) : undefined;
      if (typeof name !== 'string' || !selection) {
        return { type: undefined, place, keeping: undefined };
      }
      const text = stableText(representation);
      const keys = text === undefined ? undefined : keysOf(selection, text);
      const { holds } = selection;
      const tags = once(() => entityTags(name, representation, { ...facts, holds }));
      return { type: name, place, keeping: keys && { selection, tags, ...keys } };
    });
  });
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

type Keys = Pick<Keeping, 'privateKey' | 'sharedKey'>;

function keyMaker(
  variables: Readonly<Record<string, unknown>>,
  { subgraph, facts, circles: { own, everybody } }: PartFacts,
): (selection: Selection, what: string) => Keys | undefined {
  const begun = new Map<Selection, string | undefined>();
  const beginning = (selection: Selection): string | undefined => {
    if (begun.has(selection)) return begun.get(selection);
    const used = selection.variables.map((name) => [name, variables[name] ?? null]);
    const text = stableText([subgraph, facts.versionOf(subgraph), selection.text, used]);
    const name = text && digestText(text);
    begun.set(selection, name);
    return name;
  };
  return (selection, what) => {
    const name = beginning(selection);
    if (name === undefined) return undefined;
    const key = (circle: string | undefined): string | undefined =>
      circle === undefined ? undefined : digestText(`${circle}\n${name}\n${what}`);
    return { privateKey: key(own), sharedKey: key(everybody) };
  };
}

export interface CircleFacts {
  readonly privateKey: string | undefined;
  /** Is what the subgraph calls public kept for everybody? */
  readonly shared: boolean;
  /** Those that the call carries by the rules of traffic shaping. */
  readonly headers: HopHeaders;
  readonly variesBy: string;
}

export function circlesOf({ privateKey, shared, headers, variesBy }: CircleFacts): Circles {
  const circle = (...who: string[]): string =>
    digestText(stableText([headers, variesBy, ...who]) ?? '');
  return {
    own: privateKey === undefined ? undefined : circle('own', privateKey),
    everybody: shared ? circle('everybody') : undefined,
  };
}

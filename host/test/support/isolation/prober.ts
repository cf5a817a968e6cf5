import type { GraphQLField } from 'graphql';
import type { Caller } from '../caller.js';
import { kindAt } from './kinds.js';
import { type Position, written } from './positions.js';
import { documentOf } from './selection.js';
import { argumentsOf, type Texts } from './values.js';
import type { World } from './world.js';

type Field = GraphQLField<unknown, unknown>;

/** One field, and the places in its arguments where ids are put. */
export interface Probe {
  readonly kind: 'query' | 'mutation';
  readonly field: Field;
  /** For a field of a node: its type, and one of our own. */
  readonly of?: { readonly type: string; readonly id: string };
  readonly positions: readonly Position[];
}

export const nameOf = ({ field, positions, of }: Probe): string =>
  `${of ? `${of.type}.` : ''}${field.name} ${positions.map(written).join(' + ')}`;

/** An id of the same form that nobody has: its random end is turned round. */
export function absentLike(id: string): string {
  const turned = [...id.slice(-8)].map((char) => (char === 'z' ? '0' : 'z')).join('');
  return id.slice(0, -8) + turned;
}

/** What is different each time something succeeds, and says nothing about the ids that were sent. */
const PASSING: readonly (readonly [RegExp, string])[] = [
  [/"requestId":"[^"]*"/g, ''],
  [/"[a-z]{3}_[0-9a-z]{26}"/g, '"<id>"'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>'],
  [/"\d{4}-\d\d-\d\dT[^"]*"/g, '"<time>"'],
  [/"version":\d+/g, '"version":0'],
  // As of where in the log an answer is: the log goes on.
  [/"sequence":"[^"]*"/g, '"sequence":"<place>"'],
  // Holds what was sent, signed, and until when.
  [/\/exports\/audit\/[\w.-]+/g, '/exports/audit/<link>'],
  [/"(endCursor|startCursor)":"[^"]*"/g, '"$1":"<cursor>"'],
];

/** Sends root fields with ids in chosen places, all else being valid, and compares what comes back. */
export class Prober {
  constructor(
    private readonly caller: Caller,
    /** Fills the places that are not probed. */
    private readonly own: World,
    /** Somebody who may sign in. */
    private readonly credentials: Texts,
  ) {}

  /** The whole answer in one text, without what is different in every answer. */
  async answer(probe: Probe, idAt: (position: Position) => string, depth = 2): Promise<string> {
    const { field, kind, positions, of } = probe;
    const probed = new Set(positions.map(written));
    const ids = (at: Position) => (probed.has(written(at)) ? idAt(at) : this.ownAt(field, at));
    const texts = field.name === 'sessionCreate' ? this.credentials : {};
    const said = await this.caller.nexus.execute(documentOf(kind, field, depth, of?.type), {
      ...argumentsOf(field, positions, ids, texts),
      ...(of && { node: of.id }),
    });
    const sent = positions.map(idAt);
    const raw = sent.reduce((text, id) => text.replaceAll(id, '<sent>'), JSON.stringify(said));
    return PASSING.reduce((text, [pattern, mask]) => text.replace(pattern, mask), raw);
  }

  ownAt(field: Field, position: Position): string {
    const kind = kindAt(field.name, position);
    return kind ? this.own[kind] : '';
  }
}

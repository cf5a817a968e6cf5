import { v7 as uuidv7 } from 'uuid';

declare const brand: unique symbol;
/** The tenant's UUID as PostgreSQL stores it; in the graph it is `ten_…` (see `encodeId`). */
export type TenantId = string & { readonly [brand]: 'TenantId' };

/**
 * The one table of id prefixes: an id is `<prefix>_<uuidv7 in Crockford base32>`, opaque to clients and
 * readable to people. The host routes `node(id)` to the owner of the type by this table.
 */
export const ID_PREFIX = {
  Tenant: 'ten',
  User: 'usr',
  Membership: 'mem',
  Invitation: 'ivt',
  Session: 'ses',
  Mail: 'mai',
  Client: 'cli',
  Contact: 'con',
  Project: 'prj',
  Milestone: 'mil',
  Board: 'brd',
  BoardColumn: 'col',
  Task: 'tsk',
  ChecklistItem: 'chk',
  TaskComment: 'cmt',
  TimeEntry: 'tim',
  Timesheet: 'tsh',
  RateCard: 'rat',
  Activity: 'act',
  BillingAccount: 'bac',
  BillableItem: 'bit',
  Invoice: 'inv',
  InvoiceLine: 'lin',
  Payment: 'pay',
  CreditNote: 'crn',
  JournalEntry: 'jrn',
  Event: 'evt',
  AuditEntry: 'aud',
  ParkedEvent: 'prk',
  Operation: 'opr',
} as const;
export type EntityName = keyof typeof ID_PREFIX;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ENTITY_BY_PREFIX = new Map(
  Object.entries(ID_PREFIX).map(([name, prefix]) => [prefix as string, name as EntityName]),
);
const ID_PATTERN = /^([a-z]{3})_([0-9a-hjkmnp-tv-z]{26})$/;

function toBase32(uuid: string): string {
  // 128 bits behind two of padding are 26 digits of five bits.
  let text = '';
  let bits = 0;
  let held = 2;
  for (const digit of uuid) {
    if (digit === '-') continue;
    bits = (bits << 4) | Number.parseInt(digit, 16);
    held += 4;
    if (held < 5) continue;
    held -= 5;
    text += ALPHABET.charAt(bits >> held);
    bits &= (1 << held) - 1;
  }
  return text;
}

function fromBase32(text: string): string | undefined {
  let value = 0n;
  for (const char of text) value = (value << 5n) | BigInt(ALPHABET.indexOf(char));
  if (value >= 1n << 128n) return undefined;
  const hex = value.toString(16).padStart(32, '0');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** `encodeId('Project', uuid)` is `prj_…`. */
export function encodeId(entity: EntityName, uuid: string): string {
  return `${ID_PREFIX[entity]}_${toBase32(uuid)}`;
}

/** The entity and UUID behind an id, or undefined where the text is no id of ours. */
export function decodeId(id: string): { entity: EntityName; uuid: string } | undefined {
  const match = ID_PATTERN.exec(id);
  const entity = match && ENTITY_BY_PREFIX.get(match[1] ?? '');
  const uuid = match && fromBase32(match[2] ?? '');
  return entity && uuid ? { entity, uuid } : undefined;
}

/** Whether `id` is well formed and of this entity. Says nothing about existence. */
export function isIdOf(entity: EntityName, id: string): boolean {
  return decodeId(id)?.entity === entity;
}

/** Where ids come from. Production uses time and randomness, tests a seeded sequence. */
export interface IdSource {
  /** A fresh UUIDv7 for this instant. */
  uuid(now: Date): string;
}

export const randomIds: IdSource = { uuid: (now) => uuidv7({ msecs: now.getTime() }) };

/** Ids that are the same in every run with the same seed: for tests and for seeding the demo. */
export function seededIds(seed = 1): IdSource {
  let state = seed >>> 0 || 1;
  let seq = 0;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state & 255;
  };
  return {
    uuid: (now) =>
      uuidv7({
        msecs: now.getTime(),
        seq: seq++ & 0x7fffffff,
        random: Uint8Array.from({ length: 16 }, next),
      }),
  };
}

/** The platform operator's own tenant: accounts and sessions live in it, so that no row is without a tenant. */
export const PLATFORM_TENANT = '00000000-0000-7000-8000-000000000000' as TenantId;

import { availableParallelism } from 'node:os';
import type { KeyRing } from '@nexus/kit/events';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalPassword } from '../domain/password.rules.js';
import { Slots } from './slots.js';

/** argon2id (the library's default), 16 bytes of salt, 32 of hash. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** The pepper in use, by the id that is stored before each hash. */
const PEPPER = 'p1';

/** Hashing costs memory and a core: at most twice the cores at once. */
export const hashSlots = new Slots(2 * availableParallelism(), 2_000);

function secretOf(keys: KeyRing, pepper: string): Buffer {
  return keys.derive(`identity.password-pepper.${pepper}`);
}

/** `p1:$argon2id$…`. Run it in a slot. */
export async function hashPassword(keys: KeyRing, password: string): Promise<string> {
  const encoded = await hash(normalPassword(password), { ...COST, secret: secretOf(keys, PEPPER) });
  return `${PEPPER}:${encoded}`;
}

/** Whether the password is the one behind the hash. Run it in a slot. */
export async function passwordMatches(
  keys: KeyRing,
  password: string,
  stored: string,
): Promise<boolean> {
  const separator = stored.indexOf(':');
  const secret = secretOf(keys, stored.slice(0, separator));
  return verify(stored.slice(separator + 1), normalPassword(password), { secret });
}

/** Whether the hash was made with another pepper or at lower cost than today's. */
export function isOutdated(stored: string): boolean {
  const separator = stored.indexOf(':');
  if (stored.slice(0, separator) !== PEPPER) return true;
  const { memoryCost, timeCost, parallelism } = parseOptions(stored.slice(separator + 1));
  return memoryCost < COST.memoryCost || timeCost < COST.timeCost || parallelism < COST.parallelism;
}

const dummies = new WeakMap<KeyRing, Promise<string>>();

/** The hash of no password, compared with where there is no account: it takes as long as a real one. */
export function dummyHash(keys: KeyRing): Promise<string> {
  let dummy = dummies.get(keys);
  if (!dummy) {
    dummy = hashPassword(keys, crypto.randomUUID());
    dummies.set(keys, dummy);
  }
  return dummy;
}

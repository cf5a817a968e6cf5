import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

function seal(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(
    Buffer.from(context),
  );
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}

/**
 * The keys of the house, all derived from one master key (HKDF-SHA-256, RFC 5869), each for one purpose.
 * The master key never encrypts anything itself.
 */
export class KeyRing {
  readonly #master: Uint8Array;
  readonly #derived = new Map<string, Buffer>();

  /** `master`: 32 bytes. Throws RangeError for another length. */
  constructor(master: Uint8Array) {
    if (master.length !== 32) throw new RangeError('The master key must have 32 bytes');
    this.#master = master;
  }

  /** 32 bytes for one purpose, the same each time. */
  derive(purpose: string): Buffer {
    let key = this.#derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#master, 'nexus', purpose, 32));
      this.#derived.set(purpose, key);
    }
    return key;
  }

  /** Encrypts with authenticated context: opening it in another context fails. */
  seal(purpose: string, plain: Uint8Array, context: string): Buffer {
    return seal(this.derive(purpose), plain, context);
  }

  /** Throws where the bytes were changed or belong to another context. */
  open(purpose: string, sealed: Uint8Array, context: string): Buffer {
    return open(this.derive(purpose), sealed, context);
  }

  /** A fresh key for a data subject, and the wrapped form in which it is stored. */
  newSubjectKey(context: string): { key: Buffer; wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: this.seal('subject-keys', key, context) };
  }

  unwrapSubjectKey(wrapped: Uint8Array, context: string): Buffer {
    return this.open('subject-keys', wrapped, context);
  }
}

export type PersonalFields = Readonly<Record<string, unknown>>;

/** Encrypts the personal fields of one event under its subject's key; bound to stream and version. */
export function sealFields(key: Uint8Array, fields: PersonalFields, context: string): Buffer {
  return seal(key, Buffer.from(JSON.stringify(fields)), context);
}

export function openFields(key: Uint8Array, sealed: Uint8Array, context: string): PersonalFields {
  return JSON.parse(open(key, sealed, context).toString()) as PersonalFields;
}

import { decodeProtectedHeader, type JWTHeaderParameters, type JWTVerifyGetKey } from 'jose';
import { digestText } from '../support/digest.js';
import { LruCache } from '../support/lru-cache.js';

type Key = Awaited<ReturnType<JWTVerifyGetKey>>;

/** Which signatures were verified, and by which key; nothing by which anybody could come. */
export class VerifiedTokens {
  readonly #keys: LruCache<string, Key>;

  /** @param capacity tokens at most, the longest unused are forgotten */
  constructor(capacity: number) {
    this.#keys = new LruCache(capacity);
  }

  /**
   * Was it verified by the very key that its issuer has for it now?
   * @throws what `keys` throws where there is none any more, or more than one
   */
  async knows(token: string, keys: JWTVerifyGetKey): Promise<boolean> {
    const verifiedBy = this.#keys.get(digestText(token));
    if (!verifiedBy) return false;
    const [header = '', payload = '', signature = ''] = token.split('.');
    const signed = { protected: header, payload, signature };
    return (await keys(decodeProtectedHeader(token) as JWTHeaderParameters, signed)) === verifiedBy;
  }

  remember(token: string, key: Key): void {
    this.#keys.set(digestText(token), key);
  }
}

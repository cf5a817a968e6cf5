import type { CachePolicy } from '../cache-hints/cache-policy.js';

/** The data of an answer as JSON, for one client or several. */
export class AnswerText {
  #encoded: Buffer | undefined;
  /** Do several clients get it? Then it is encoded once. */
  isShared = false;

  constructor(
    readonly data: string,
    /** `undefined`: it is not to be kept. */
    readonly policy?: CachePolicy | undefined,
    /** Names this text and no other, as HTTP's `ETag`; known where it is kept. */
    public tag?: string | undefined,
  ) {}

  /** The whole answer of a client that is told nothing else. */
  get body(): string | Buffer {
    if (!this.isShared) return `{"data":${this.data}}`;
    this.#encoded ??= Buffer.from(`{"data":${this.data}}`);
    return this.#encoded;
  }
}

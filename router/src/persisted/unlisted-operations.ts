import type { Logger } from 'pino';
import { LruCache } from '../support/lru-cache.js';
import { hashOf } from './hash.js';
import type { PersistedRequest } from './persisted-operations.types.js';

const REMEMBERED = 1_000;
const NAME = /\b(?:query|mutation|subscription)\s+([_A-Za-z]\w{0,127})/;

/**
 * Tells the log of operations that no manifest lists, each once (of the last thousand): by name and hash, because a
 * text may hold what is nobody's business.
 */
export class UnlistedOperations {
  readonly #told = new LruCache<string, true>(REMEMBERED);

  constructor(private readonly log: Logger) {}

  report(text: string, { caller, operationName }: PersistedRequest, client?: string): void {
    const sha256 = hashOf(text);
    if (this.#told.get(sha256)) return;
    this.#told.set(sha256, true);
    const operation = operationName ?? NAME.exec(text)?.[1];
    const { requestId } = caller;
    this.log.warn({ requestId, client, operation, sha256 }, 'operation is not in the list');
  }
}

import type { Logger } from 'pino';
import { hashOf, isHash } from './hash.js';
import type { OperationStore } from './operation-store.types.js';
import type { Resolution } from './persisted-operations.types.js';
import { notFound, wrongHash } from './refusals.js';

/**
 * Apollo's automatic persisted queries
 * (https://www.apollographql.com/docs/apollo-server/performance/apq): a client sends the SHA-256 of its text; where
 * that is unknown it sends both once. A store that fails costs clients that second request, and nothing else.
 */
export class AutomaticOperations {
  constructor(
    private readonly store: OperationStore,
    private readonly log: Logger,
  ) {}

  /** The text of a hash, or the refusal that makes the client send it. */
  async find(id: string): Promise<Resolution> {
    const hash = bareHash(id);
    const text = isHash(hash) ? await this.#get(hash) : undefined;
    return text === undefined ? { kind: 'refused', refusal: notFound() } : { kind: 'text', text };
  }

  /** A text and its hash, to be kept once the text was found valid. */
  register(id: string, text: string): Resolution {
    const hash = bareHash(id);
    if (hashOf(text) !== hash) return { kind: 'refused', refusal: wrongHash() };
    return { kind: 'text', text, keep: () => void this.#set(hash, text) };
  }

  async #get(hash: string): Promise<string | undefined> {
    try {
      return await this.store.get(hash);
    } catch (error) {
      this.log.warn({ err: error }, 'persisted operation not read from its store');
      return undefined;
    }
  }

  async #set(hash: string, text: string): Promise<void> {
    try {
      await this.store.set(hash, text);
    } catch (error) {
      this.log.warn({ err: error }, 'persisted operation not kept by its store');
    }
  }
}

function bareHash(id: string): string {
  return id.startsWith('sha256:') ? id.slice('sha256:'.length) : id;
}

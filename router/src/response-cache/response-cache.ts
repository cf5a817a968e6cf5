import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import type { AnswerText } from '../engine/answer-text.js';
import type { Ready } from '../engine/prepared.js';
import type { EntityStore } from '../entity-cache/entity-store.types.js';
import { memoryStore } from '../entity-cache/memory-store.js';
import type { Operation } from '../execution/operation.js';
import type { DeduplicationScope } from '../in-flight/deduplication-scope.js';
import { keptAnswer, readKeptAnswer, tagOf } from './kept-answer.js';
import type { KeptResponses, ResponseCacheConfig } from './response-cache.types.js';
import { ALL, operationTag, responseKey, typeTag } from './response-key.js';

interface ResponseCacheOptions extends ResponseCacheConfig {
  readonly scope: DeduplicationScope;
  readonly registry: Registry;
  readonly log: Logger;
}

/** Answers of an operation in a row that could not be kept, after which it is looked up only now and then. */
const FRUITLESS = 8;
const NOW_AND_THEN = 16;

/** Where an answer may be kept, and what is kept there. */
export interface Lookup {
  readonly found: AnswerText | undefined;
  /** The tag of another answer. */
  tagOf(text: AnswerText): string;
  /** Keeps it there: only what has a policy, and holds for everybody. */
  keep(text: AnswerText, tag: string): void;
  /** It was nothing to be kept. */
  pass(): void;
}

/** Whole answers to queries of callers without a principal. */
export class ResponseCache {
  readonly #store: EntityStore;
  readonly #lookups: Counter<'outcome'>;
  /** How often in a row an operation came to nothing that could be kept; what is kept, or found, ends it. */
  readonly #fruitless = new WeakMap<Operation, number>();

  constructor(private readonly options: ResponseCacheOptions) {
    this.#store = options.store ?? memoryStore();
    this.#lookups = new Counter({
      name: 'router_response_cache_total',
      help: 'Queries of anonymous callers looked up in the response cache: hit, miss, or the store was away.',
      labelNames: ['outcome'],
      registers: [options.registry],
    });
  }

  /** `undefined`: nothing is ever kept for this request. */
  async look(ready: Ready, { headers }: FastifyRequest): Promise<Lookup | undefined> {
    const { operation, caller, isForCaller } = ready;
    if (operation.kind !== 'query' || caller.principal !== null || isForCaller) return undefined;
    if (this.#isHopeless(operation)) return undefined;
    const scope = this.options.scope(caller);
    if (scope === undefined || caller.uploads?.length) return undefined;
    const names = this.options.headers ?? [];
    const wanted = responseKey(
      ready,
      scope,
      names.map((name) => headers[name.toLowerCase()]),
    );
    if (!wanted) return undefined;
    try {
      const [known] = await this.#store.read([wanted]);
      const found =
        known?.value === undefined ? undefined : readKeptAnswer(known.value, Date.now());
      this.#lookups.inc({ outcome: found ? 'hit' : 'miss' });
      const place = { ...wanted, stamp: known?.stamp ?? '' };
      if (found) this.#fruitless.delete(operation);
      return {
        found,
        tagOf: ({ data }) => tagOf(data),
        keep: (text, tag) => {
          this.#fruitless.delete(operation);
          this.#keep(place, text, tag);
        },
        pass: () => this.#fruitless.set(operation, (this.#fruitless.get(operation) ?? 0) + 1),
      };
    } catch (error) {
      this.#away(error);
      return undefined;
    }
  }

  /** A store far away is not asked each time for what it cannot have. */
  #isHopeless(operation: Operation): boolean {
    const times = this.#fruitless.get(operation) ?? 0;
    if (times < FRUITLESS || times % NOW_AND_THEN === 0) return false;
    this.#fruitless.set(operation, times + 1);
    return true;
  }

  #keep(
    place: { readonly key: string; readonly tags: readonly string[]; readonly stamp: string },
    { data, policy }: AnswerText,
    tag: string,
  ): void {
    const { maxSeconds = Number.POSITIVE_INFINITY } = this.options;
    const ttlMs = Math.min(policy?.seconds ?? 0, maxSeconds) * 1000;
    const value = keptAnswer(data, tag, Date.now() + ttlMs);
    this.#store
      .write([{ ...place, value, ttlMs, toldTags: [] }])
      .catch((error) => this.#away(error));
  }

  /**
   * Forgets answers in all routers that share the store; those that are being asked for now are not kept. Rejects where
   * the store is away.
   */
  async invalidate({ operation, type }: KeptResponses = {}): Promise<void> {
    const tags = [
      ...(operation === undefined ? [] : [operationTag(operation)]),
      ...(type === undefined ? [] : [typeTag(type)]),
    ];
    await this.#store.invalidate(tags.length > 0 ? tags : [ALL]);
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #away(error: unknown): void {
    this.#lookups.inc({ outcome: 'unavailable' });
    this.options.log.debug({ err: error }, 'the response cache is away');
  }
}

import { mergeInto } from '../execution/merge.js';
import type { ClientResult, DeferredPayload } from '../plugin.js';

type JsonObject = Record<string, unknown>;

/** What the parts of an answer amount to, as a client puts them together. */
export class AnswerSoFar {
  readonly data: JsonObject | null | undefined;

  /** Begins with the first part. */
  constructor({ data }: ClientResult) {
    this.data = structuredClone(data);
  }

  add({ path, data }: DeferredPayload): void {
    if (!data) return;
    const target = path.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
      this.data,
    );
    if (typeof target === 'object' && target) mergeInto(target as JsonObject, data, true);
  }
}

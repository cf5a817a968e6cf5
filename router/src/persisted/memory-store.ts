import type { OperationStore } from './operation-store.types.js';

export interface MemoryOperationsOptions {
  /** Texts kept; default 10,000. */
  readonly entries?: number;
  /** Bytes that the texts and hashes may take together; default 32 MiB. A text that alone is larger is not kept. */
  readonly bytes?: number;
}

/** Texts in this process; those not asked for longest go first. */
export function memoryOperations({
  entries = 10_000,
  bytes = 32 * 1024 * 1024,
}: MemoryOperationsOptions = {}): OperationStore {
  const texts = new Map<string, string>();
  let taken = 0;

  const forget = (hash: string): void => {
    const text = texts.get(hash);
    if (text === undefined) return;
    texts.delete(hash);
    taken -= sizeOf(hash, text);
  };
  return {
    async get(hash) {
      const text = texts.get(hash);
      if (text === undefined) return undefined;
      texts.delete(hash);
      texts.set(hash, text);
      return text;
    },
    async set(hash, text) {
      forget(hash);
      const size = sizeOf(hash, text);
      if (size > bytes) return;
      texts.set(hash, text);
      taken += size;
      for (const oldest of texts.keys()) {
        if (taken <= bytes && texts.size <= entries) break;
        forget(oldest);
      }
    },
    async close() {
      texts.clear();
      taken = 0;
    },
  };
}

/** What a string takes at most: V8 uses two bytes per character once one of them needs two. */
function sizeOf(hash: string, text: string): number {
  return (hash.length + text.length) * 2;
}

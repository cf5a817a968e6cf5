import type { EntityStore, Kept } from './entity-store.types.js';

export interface MemoryStoreOptions {
  /** What keys, texts and tags may take together; default 64 MiB. */
  readonly bytes?: number;
  /** Milliseconds since 1970; default the system's clock. */
  readonly now?: () => number;
}

/** Invalidations remembered, so that answers asked for before are told from those asked for after. */
const REMEMBERED = 10_000;

/**
 * A tag of more entries than these is invalidated without looking for them, which would hold up the thread: they are
 * told when they are read. So many such tags are remembered; with one more, everything is forgotten.
 */
const MANY = 1_000;
const BROAD_TAGS = 256;

/** What V8 takes for an entry, and for a tag of one, beside the characters: measured, rounded up. */
const ENTRY_BYTES = 320;
const TAG_BYTES = 160;

interface Entry {
  readonly value: string;
  readonly tags: readonly string[];
  readonly expiresAt: number;
  /** After how many invalidations it was asked for. */
  readonly asked: number;
  readonly size: number;
}

/** Texts in this process; those not asked for longest go first. Invalidations are of this process alone. */
export function memoryStore(options: MemoryStoreOptions = {}): EntityStore {
  const entries = new MemoryEntries(options);
  return {
    async read(wanted) {
      const stamp = String(entries.epoch);
      return wanted.map(({ key }) => ({ value: entries.get(key), stamp }));
    },
    async write(kept) {
      for (const entry of kept) entries.set(entry);
    },
    async invalidate(tags) {
      entries.invalidate(tags);
    },
    async close() {
      entries.clear();
    },
  };
}

class MemoryEntries {
  readonly #entries = new Map<string, Entry>();
  readonly #byTag = new Map<string, Set<string>>();
  /** When tags were invalidated, the latest last. */
  readonly #invalidated = new Map<string, number>();
  /** When tags of many entries were invalidated. */
  readonly #broad = new Map<string, number>();
  readonly #bytes: number;
  readonly #now: () => number;
  #taken = 0;
  /** What was asked for before is not kept: it is no longer known what was invalidated since. */
  #knownSince = 0;
  /** Grows with each invalidation. */
  epoch = 0;

  constructor({ bytes = 64 * 1024 * 1024, now = Date.now }: MemoryStoreOptions) {
    this.#bytes = bytes;
    this.#now = now;
  }

  get(key: string): string | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt <= this.#now() || this.#isOutdated(entry)) {
      this.#forget(key);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set({ key, value, ttlMs, stamp, tags: known, toldTags }: Kept): void {
    const tags = [...new Set([...known, ...toldTags])];
    const asked = Number(stamp);
    if (asked < this.#knownSince) return;
    if (tags.some((tag) => (this.#invalidated.get(tag) ?? 0) > asked)) return;
    this.#forget(key);
    const size = sizeOf(key, value, tags);
    if (size > this.#bytes) return;
    this.#entries.set(key, { value, tags, asked, expiresAt: this.#now() + ttlMs, size });
    this.#taken += size;
    for (const tag of tags) {
      const keys = this.#byTag.get(tag) ?? new Set();
      this.#byTag.set(tag, keys.add(key));
    }
    for (const oldest of this.#entries.keys()) {
      if (this.#taken <= this.#bytes) break;
      this.#forget(oldest);
    }
  }

  invalidate(tags: readonly string[]): void {
    this.epoch++;
    for (const tag of tags) {
      this.#invalidated.delete(tag);
      this.#invalidated.set(tag, this.epoch);
      this.#forgetTagged(tag);
    }
    for (const [tag, epoch] of this.#invalidated) {
      if (this.#invalidated.size <= REMEMBERED) break;
      this.#invalidated.delete(tag);
      this.#knownSince = epoch;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#byTag.clear();
    this.#broad.clear();
    this.#taken = 0;
  }

  #forgetTagged(tag: string): void {
    const keys = this.#byTag.get(tag);
    if (!keys) return;
    if (keys.size <= MANY) {
      for (const key of [...keys]) this.#forget(key);
      return;
    }
    this.#byTag.delete(tag);
    this.#broad.set(tag, this.epoch);
    if (this.#broad.size > BROAD_TAGS) this.clear();
  }

  #isOutdated({ tags, asked }: Entry): boolean {
    return this.#broad.size > 0 && tags.some((tag) => (this.#broad.get(tag) ?? 0) > asked);
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#taken -= entry.size;
    for (const tag of entry.tags) {
      const keys = this.#byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#byTag.delete(tag);
    }
  }
}

function sizeOf(key: string, value: string, tags: readonly string[]): number {
  const texts = tags.reduce((sum, tag) => sum + charactersOf(tag) + TAG_BYTES, 0);
  return ENTRY_BYTES + charactersOf(key) + charactersOf(value) + texts;
}

/** V8 uses two bytes per character once one of them needs two. */
function charactersOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters of one byte
  return /^[\u0000-\u00ff]*$/.test(text) ? text.length : text.length * 2;
}

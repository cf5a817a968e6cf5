import { GraphQLError, stripIgnoredCharacters } from 'graphql';
import type { ManifestEntry } from './manifest.js';
import type { TrustedDocument } from './persisted-operations.types.js';

/** A text so many times longer than every listed one is not the same with other white space. */
const LARGEST_SPREAD = 16;

/** The trusted operations of all manifests, by id and by text. */
export class TrustedList {
  readonly #byId = new Map<string, ManifestEntry[]>();
  readonly #byText = new Map<string, ManifestEntry[]>();
  readonly #byTokens = new Map<string, ManifestEntry[]>();
  #longest = 0;
  /** Ids that stand for two texts at once, one sentence each. */
  readonly problems: readonly string[];

  constructor(readonly entries: readonly ManifestEntry[]) {
    const ambiguous = new Set<string>();
    for (const entry of entries) {
      const { id, text } = entry.trusted;
      const rivals = this.#byId.get(id) ?? [];
      if (rivals.some((other) => other.trusted.text !== text && overlap(entry, other))) {
        ambiguous.add(id);
      }
      this.#longest = Math.max(this.#longest, text.length);
      add(this.#byId, id, entry);
      add(this.#byText, text, entry);
      add(this.#byTokens, stripIgnoredCharacters(text), entry);
    }
    this.problems = [...ambiguous].map((id) => `Operation id "${id}" stands for different texts.`);
  }

  /** The operation that `client` knows by this id. The prefix `sha256:` of an id may be left out of the manifest. */
  byId(id: string, client: string | undefined): TrustedDocument | undefined {
    const bare = id.startsWith('sha256:') ? id.slice('sha256:'.length) : id;
    return first(this.#byId.get(id), client) ?? first(this.#byId.get(bare), client);
  }

  /** The operation of this text, whatever its white space, commas and comments. */
  byText(text: string, client: string | undefined): TrustedDocument | undefined {
    const exact = first(this.#byText.get(text), client);
    if (exact || text.length > this.#longest * LARGEST_SPREAD) return exact;
    const tokens = tokensOf(text);
    return tokens === undefined ? undefined : first(this.#byTokens.get(tokens), client);
  }
}

function add(index: Map<string, ManifestEntry[]>, key: string, entry: ManifestEntry): void {
  const entries = index.get(key);
  if (entries) entries.push(entry);
  else index.set(key, [entry]);
}

function first(
  entries: readonly ManifestEntry[] | undefined,
  client: string | undefined,
): TrustedDocument | undefined {
  return entries?.find(({ clients }) => !clients || (client !== undefined && clients.has(client)))
    ?.trusted;
}

function overlap({ clients: some }: ManifestEntry, { clients: others }: ManifestEntry): boolean {
  return !some || !others || [...some].some((client) => others.has(client));
}

/** `undefined`: what is not even a sequence of tokens. */
function tokensOf(text: string): string | undefined {
  try {
    return stripIgnoredCharacters(text);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

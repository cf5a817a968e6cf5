import type { ContractsConfig } from '../contracts/contract-config.js';
import {
  openPersistedOperations,
  type PersistedOperations,
  type PersistedOperationsParts,
} from './persisted-operations.js';
import type { PersistedOperationsConfig } from './persisted-operations.types.js';

interface ListsConfig<P> {
  readonly persistedOperations?: PersistedOperationsConfig<P>;
  readonly contracts?: ContractsConfig<P>;
}

export type OpenedLists =
  | { readonly ok: true; readonly lists: PersistedLists }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Opens the persisted operations of the graph and of each contract that has its own. */
export async function openPersistedLists<P>(
  { persistedOperations, contracts }: ListsConfig<P>,
  parts: PersistedOperationsParts,
): Promise<OpenedLists> {
  const problems: string[] = [];
  const own = new Map<string, PersistedOperations>();
  const open = async (config: PersistedOperationsConfig<P>, place: string) => {
    const opened = await openPersistedOperations(config, parts);
    if (opened.ok) return opened.operations;
    problems.push(...opened.problems.map((problem) => place + problem));
    return undefined;
  };
  const common = persistedOperations && (await open(persistedOperations, ''));
  for (const [name, contract] of Object.entries(contracts?.variants ?? {})) {
    const config = contract.persistedOperations;
    const operations = config && (await open(config, `Contract "${name}": `));
    if (operations) own.set(name, operations);
  }
  const lists = new PersistedLists(common, own);
  if (problems.length === 0) return { ok: true, lists };
  await lists.close();
  return { ok: false, problems };
}

/** The persisted operations of one graph and its contracts. */
export class PersistedLists {
  constructor(
    private readonly common: PersistedOperations | undefined,
    private readonly own: ReadonlyMap<string, PersistedOperations>,
  ) {}

  /** Those of a contract: its own, or the graph's. */
  of(contract: string | undefined): PersistedOperations | undefined {
    return (contract === undefined ? undefined : this.own.get(contract)) ?? this.common;
  }

  /** See `PersistedOperations.watch`. */
  watch(changed: () => Promise<void>): void {
    for (const operations of this.#all()) operations.watch(changed);
  }

  async close(): Promise<void> {
    await Promise.all(this.#all().map((operations) => operations.close()));
  }

  #all(): PersistedOperations[] {
    return [...(this.common ? [this.common] : []), ...this.own.values()];
  }
}

import type { Logger } from 'pino';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { TagFilter } from './contract-config.js';
import { deriveContract, unknownTags } from './derive-contract.js';

type DerivedContracts =
  | { readonly ok: true; readonly supergraphs: ReadonlyMap<string, Supergraph> }
  | { readonly ok: false; readonly errors: readonly string[] };

/** The variants of a supergraph by name; the log is told of tags that may be misspelt. */
export function deriveContracts(
  whole: Supergraph,
  filters: Readonly<Record<string, TagFilter>> = {},
  log: Logger,
): DerivedContracts {
  const supergraphs = new Map<string, Supergraph>();
  const errors: string[] = [];
  for (const [contract, filter] of Object.entries(filters)) {
    const tags = unknownTags(whole, filter);
    if (tags.length > 0) log.warn({ contract, tags }, 'contract names tags that nothing carries');
    const derived = deriveContract(whole, filter);
    if (derived.ok) supergraphs.set(contract, derived.supergraph);
    else errors.push(...derived.errors.map((error) => `Contract "${contract}": ${error}`));
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, supergraphs };
}

import type { Logger } from 'pino';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { ContractsConfig } from './contract-config.js';
import { deriveContract, unknownTags } from './derive-contract.js';

type DerivedContracts =
  | { readonly ok: true; readonly supergraphs: ReadonlyMap<string, Supergraph> }
  | { readonly ok: false; readonly errors: readonly string[] };

interface Endpoints<P> {
  /** Of the whole graph. */
  readonly path?: string;
  readonly contracts?: ContractsConfig<P>;
}

/** The variants of a supergraph by name; the log is told of tags that may be misspelt. */
export function deriveContracts<P>(
  whole: Supergraph,
  endpoints: Endpoints<P>,
  log: Logger,
): DerivedContracts {
  const supergraphs = new Map<string, Supergraph>();
  const errors = pathProblems(endpoints);
  for (const [contract, filter] of Object.entries(endpoints.contracts?.variants ?? {})) {
    const tags = unknownTags(whole, filter);
    if (tags.length > 0) log.warn({ contract, tags }, 'contract names tags that nothing carries');
    const derived = deriveContract(whole, filter);
    if (derived.ok) supergraphs.set(contract, derived.supergraph);
    else errors.push(...derived.errors.map((error) => `Contract "${contract}": ${error}`));
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, supergraphs };
}

function pathProblems<P>({ path = '/graphql', contracts }: Endpoints<P>): string[] {
  const taken = new Set([path]);
  return Object.entries(contracts?.variants ?? {}).flatMap(([name, contract]) => {
    if (contract.path === undefined) return [];
    if (!contract.path.startsWith('/')) return [`Contract "${name}": a path begins with "/".`];
    if (taken.has(contract.path)) return [`Contract "${name}": ${contract.path} is taken.`];
    taken.add(contract.path);
    return [];
  });
}

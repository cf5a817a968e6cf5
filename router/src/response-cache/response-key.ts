import { print, stripIgnoredCharacters } from 'graphql';
import { walkSelection } from '../cache-hints/walk-selection.js';
import type { Ready } from '../engine/prepared.js';
import type { Operation } from '../execution/operation.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { digestText } from '../support/digest.js';
import { separateOperation } from '../support/fragments.js';
import { stableText } from '../support/stable-text.js';

/** What names every kept answer. */
export const ALL = 'responses';

export const operationTag = (name: string): string => `${ALL} of operation ${name}`;
export const typeTag = (name: string): string => `${ALL} with type ${name}`;

/** What is the same for each request of an operation. */
interface KeptOperation {
  /** Its text without what makes no difference, and of which schema it asks. */
  readonly name: string;
  readonly tags: readonly string[];
}

const operations = new WeakMap<Operation, KeptOperation>();
const versions = new WeakMap<Supergraph, string>();

/** Under what an answer is kept; `undefined`: its variables cannot be told apart. */
export function responseKey(
  { graph, operation, document, variables, caller }: Ready,
  scope: string,
  headers: readonly (string | string[] | undefined)[],
): { readonly key: string; readonly tags: readonly string[] } | undefined {
  const values = stableText(variables);
  if (values === undefined) return undefined;
  const { name, tags } = operations.get(operation) ?? read();
  const clientHeaders = stableText(caller.clientHeaders ?? {});
  const key = JSON.stringify([name, values, scope, clientHeaders, headers]);
  return { key: `response:${digestText(key)}`, tags };

  function read(): KeptOperation {
    const separated = separateOperation(document, operation.name);
    const text = stripIgnoredCharacters(print(separated));
    const schema = [versionOf(graph.supergraph), graph.contract ?? null];
    const types = new Set<string>();
    walkSelection(operation, ({ parent }) => void types.add(parent));
    const kept = {
      name: digestText(JSON.stringify([...schema, text])),
      tags: [
        ALL,
        ...(operation.name === undefined ? [] : [operationTag(operation.name)]),
        ...[...types].map(typeTag),
      ],
    };
    operations.set(operation, kept);
    return kept;
  }
}

/** Of the supergraph, and of what a contract shows of it. */
function versionOf(supergraph: Supergraph): string {
  const known = versions.get(supergraph);
  if (known !== undefined) return known;
  const version = digestText(JSON.stringify([supergraph.sdl, supergraph.apiSdl]));
  versions.set(supergraph, version);
  return version;
}

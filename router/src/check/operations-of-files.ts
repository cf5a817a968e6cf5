import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { readManifest } from '../persisted/manifest.js';
import { fragmentsOf } from '../support/fragments.js';
import { messageOf } from '../support/message-of.js';
import { readUsage } from '../usage/recorded-usage.js';
import type { KnownOperation, KnownOperations } from './known-operation.js';
import { operationsOfUsage } from './operations-of-usage.js';

const DOCUMENTS: ReadonlySet<string> = new Set(['.graphql', '.gql']);

interface Source {
  readonly file: string;
  readonly document: DocumentNode;
}

/** How much of recorded usage counts. */
export interface UsageWindow {
  readonly since: Date;
  readonly minCount: number;
}

/**
 * The operations of a usage file, a manifest (see `readManifest`), a GraphQL document, or a folder of usage files and
 * documents, whose fragments may stand in each other's files.
 * @throws Error that names the file and what is wrong with it
 */
export async function operationsAt(path: string, window: UsageWindow): Promise<KnownOperations> {
  const files = await filesAt(path);
  const found: KnownOperations[] = [];
  const documents: Source[] = [];
  for (const file of files) {
    try {
      const kind = extname(file);
      if (kind === '.ndjson') {
        const usage = await readUsage(file, window.since);
        found.push(operationsOfUsage(usage, file, window.minCount));
      } else if (DOCUMENTS.has(kind)) {
        documents.push({ file, document: parse(await readFile(file, 'utf8')) });
      } else {
        found.push(await operationsOfManifest(file));
      }
    } catch (error) {
      throw new TypeError(`${file}: ${messageOf(error)}`, { cause: error });
    }
  }
  return together([...found, { operations: operationsOfDocuments(documents), notes: [] }]);
}

/** Several sources as one. */
export function together(found: readonly KnownOperations[]): KnownOperations {
  const [recordedSince] = found.flatMap(({ recordedSince: since }) => since ?? []).sort();
  return {
    operations: found.flatMap(({ operations }) => operations),
    notes: found.flatMap(({ notes }) => notes),
    ...(recordedSince !== undefined && { recordedSince }),
  };
}

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => DOCUMENTS.has(extname(name)) || extname(name) === '.ndjson')
    .sort()
    .map((name) => join(path, name));
}

async function operationsOfManifest(file: string): Promise<KnownOperations> {
  const manifest = readManifest(JSON.parse(await readFile(file, 'utf8')));
  if (!manifest.ok) throw new TypeError(manifest.problems.join(' '));
  const operations = manifest.entries.flatMap(({ trusted: { id, document } }) =>
    operationsIn(document).map((definition) =>
      knownOperation(definition, fragmentsOf(document), file, id),
    ),
  );
  return { operations, notes: [] };
}

function operationsOfDocuments(sources: readonly Source[]): KnownOperation[] {
  const shared = new Map(sources.flatMap(({ document }) => [...fragmentsOf(document)]));
  return sources.flatMap(({ file, document }) => {
    // Of two fragments of one name, the one in the same file is meant.
    const fragments = new Map([...shared, ...fragmentsOf(document)]);
    return operationsIn(document).map((definition) => knownOperation(definition, fragments, file));
  });
}

function operationsIn({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

function knownOperation(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  source: string,
  id?: string,
): KnownOperation {
  const spread = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || spread.has(fragment)) return;
        spread.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(definition);
  const document = { kind: Kind.DOCUMENT, definitions: [definition, ...spread] } as const;
  const name = definition.name?.value ?? id ?? '(no name)';
  return { name, source, document, definition, uses: [] };
}

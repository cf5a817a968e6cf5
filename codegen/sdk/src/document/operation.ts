import {
  type DocumentNode,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  print,
  visit,
} from 'graphql';
import { NexusError } from '../nexus-error.js';

/** What the client has to know of a document before it sends it. */
export interface Operation {
  /** Printed when it is first asked for: whoever sends ids never prints. */
  readonly text: () => string;
  /** Under which a router's manifest lists it. */
  readonly documentId: string | undefined;
  readonly kind: `${OperationTypeNode}`;
  readonly name: string | undefined;
  /** Names of its variables, without `$`. */
  readonly variables: ReadonlySet<string>;
  /** How many root fields it selects; a fragment at the root counts as "many". */
  readonly rootFields: number;
}

const CACHED_TEXTS = 500;
const byText = new Map<string, DocumentNode>();
const byNode = new WeakMap<DocumentNode, Map<string | undefined, Operation>>();

/** Reads a document (or its text) once; the answer is remembered. */
export function readOperation(document: DocumentNode | string, operationName?: string): Operation {
  const node = typeof document === 'string' ? parsed(document) : document;
  const known = byNode.get(node) ?? new Map<string | undefined, Operation>();
  byNode.set(node, known);
  const before = known.get(operationName);
  if (before) return before;
  const operation = describe(chosen(node, operationName), textOf(document), idOf(document));
  known.set(operationName, operation);
  return operation;
}

function textOf(document: DocumentNode | string): () => string {
  if (typeof document === 'string') return () => document;
  let text: string | undefined;
  return () => {
    text ??= print(document);
    return text;
  };
}

/** Generated documents carry it; see `codegen` of the portals. */
function idOf(document: DocumentNode | string): string | undefined {
  if (typeof document === 'string' || !('documentId' in document)) return undefined;
  return typeof document.documentId === 'string' ? document.documentId : undefined;
}

function parsed(text: string): DocumentNode {
  const before = byText.get(text);
  if (before) return before;
  try {
    const node = parse(text);
    if (byText.size >= CACHED_TEXTS) byText.clear();
    byText.set(text, node);
    return node;
  } catch (cause) {
    throw new NexusError('BAD_DOCUMENT', cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}

function chosen(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations: OperationDefinitionNode[] = [];
  visit(document, {
    OperationDefinition(node) {
      operations.push(node);
      return false;
    },
  });
  const [operation, ...others] = name
    ? operations.filter((candidate) => candidate.name?.value === name)
    : operations;
  if (!operation || others.length > 0) {
    throw new NexusError(
      'BAD_DOCUMENT',
      operation
        ? 'The document holds several operations: say which with `operationName`.'
        : 'The document holds no such operation.',
    );
  }
  return operation;
}

function describe(
  node: OperationDefinitionNode,
  text: () => string,
  documentId: string | undefined,
): Operation {
  const { selections } = node.selectionSet;
  return {
    text,
    documentId,
    kind: node.operation,
    name: node.name?.value,
    variables: new Set((node.variableDefinitions ?? []).map(({ variable }) => variable.name.value)),
    rootFields: selections.every(({ kind }) => kind === 'Field') ? selections.length : Infinity,
  };
}

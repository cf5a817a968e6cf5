import { type DocumentNode, GraphQLError, getOperationAST, parse } from 'graphql';
import type { OperationKind, ServedRequest } from './serve.types.js';

const MAX_DOCUMENTS = 2_000;
const MAX_TOKENS = 50_000;

/** What a client of GraphQL over HTTP or WebSocket sends. */
export interface OperationMessage {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The message, or undefined where it is none. */
export function readMessage(body: unknown): OperationMessage | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string') return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (variables != null && !isRecord(variables)) return undefined;
  return {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    extensions: isRecord(extensions) ? extensions : {},
  };
}

/** Parses operations; a router sends few texts, each of them very often. */
export class Documents {
  readonly #parsed = new Map<string, DocumentNode>();

  constructor(private readonly subgraph: string) {}

  /** Throws GraphQLError for a broken document and for one that does not say which operation is meant. */
  request({ query, operationName, variables }: OperationMessage): ServedRequest {
    const document = this.#parse(query);
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      throw new GraphQLError('The document does not say which operation is meant', {
        extensions: { code: 'BAD_REQUEST' },
      });
    }
    const operationKind: OperationKind = operation.operation;
    const { subgraph } = this;
    return { subgraph, operationKind, operationName, query, document, variables };
  }

  #parse(query: string): DocumentNode {
    const known = this.#parsed.get(query);
    // Used again means inserted again: the Map's first key is the one used longest ago.
    if (known) this.#parsed.delete(query);
    const document = known ?? parseStrictly(query);
    if (this.#parsed.size >= MAX_DOCUMENTS) {
      const [oldest] = this.#parsed.keys();
      if (oldest !== undefined) this.#parsed.delete(oldest);
    }
    this.#parsed.set(query, document);
    return document;
  }
}

function parseStrictly(query: string): DocumentNode {
  try {
    return parse(query, { noLocation: true, maxTokens: MAX_TOKENS });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

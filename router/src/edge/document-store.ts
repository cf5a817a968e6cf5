import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LruCache } from '../support/lru-cache.js';
import { documentRules } from './document-rules.js';
import { nestingDepth } from './nesting.js';
import { beyondLimit, checkSize, type OperationLimits } from './operation-limits.js';
import { operationSize } from './operation-size.js';

export interface DocumentLimits extends OperationLimits {
  readonly tokens: number;
  readonly depth: number;
}

export type ReadDocument =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

/** Milliseconds. */
interface ReadingTimes {
  parseMs: number | undefined;
  validateMs: number | undefined;
}

/** Reads documents once: only valid ones are kept, so that nonsense cannot push them out. */
export class DocumentStore {
  readonly #documents: LruCache<string, DocumentNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: DocumentLimits,
    private readonly suggestions: boolean,
    capacity: number,
  ) {
    this.#documents = new LruCache(capacity);
  }

  /** Texts and documents that are kept. */
  entries(): IterableIterator<[string, DocumentNode]> {
    return this.#documents.entries();
  }

  /** `took` is told what it took, where the document was not known. */
  read(source: string, took?: ReadingTimes): ReadDocument {
    const known = this.#documents.get(source);
    if (known) return { ok: true, document: known };
    const began = performance.now();
    const tooDeep = checkNesting(source, this.limits.depth);
    if (tooDeep) return { ok: false, errors: [tooDeep] };
    const parsed = tryParse(source, this.limits.tokens);
    const parsedAt = performance.now();
    if (took) took.parseMs = parsedAt - began;
    if (parsed instanceof GraphQLError) return { ok: false, errors: [parsed] };
    // Before validation, whose time grows with the square of what it compares.
    const excess = checkSizes(parsed, this.limits);
    if (excess.length > 0) return { ok: false, errors: excess };
    const checked = this.check(parsed);
    if (took) took.validateMs = performance.now() - parsedAt;
    if (checked.ok) this.#documents.set(source, parsed);
    return checked;
  }

  /** Holds a parsed document against the schema; keeps nothing. */
  check(document: DocumentNode): ReadDocument {
    const rules = [...specifiedRules, ...documentRules];
    const options = { maxErrors: 20, hideSuggestions: !this.suggestions };
    const errors = validate(this.schema, document, rules, options);
    if (errors.length === 0) return { ok: true, document };
    return {
      ok: false,
      errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')),
    };
  }
}

/** An error for a document that nests deeper than `limit`; see {@link nestingDepth}. */
function checkNesting(source: string, limit: number): GraphQLError | undefined {
  const depth = nestingDepth(source);
  if (depth <= limit) return undefined;
  const message = `The document nests deeper than ${limit} levels.`;
  return beyondLimit(message, 'GRAPHQL_PARSE_FAILED', limit, depth);
}

function checkSizes(document: DocumentNode, limits: OperationLimits): readonly GraphQLError[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? checkSize(operationSize(document, node), limits) : [],
  );
}

function tryParse(source: string, maxTokens: number): DocumentNode | GraphQLError {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions.code === undefined) error.extensions.code = code;
  return error;
}

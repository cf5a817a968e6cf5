import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { AccessControl } from '../authorization/access-control.js';
import type { RouterLimits } from '../config.js';
import { DocumentStore, type ReadDocument } from '../edge/document-store.js';
import type { Denial } from '../execution/denial.js';
import { compileOperation, type Operation } from '../execution/operation.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { PersistedOperations } from '../persisted/persisted-operations.js';
import type { TrustedDocument } from '../persisted/persisted-operations.types.js';
import { cachingPlanner } from '../planner/caching-planner.js';
import type { Planner } from '../planner/planner.js';
import type { Supergraph } from '../supergraph/supergraph.js';

/** An operation that is asked for, as it was sent. */
interface HotOperation {
  readonly source: string;
  readonly operationName: string | undefined;
}

export interface GraphOptions {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly limits: RouterLimits;
  /** May errors say "Did you mean …?" */
  readonly suggestions: boolean;
  readonly metrics: RouterMetrics;
  /** The contract that this variant is; absent: the whole graph. */
  readonly contract?: string | undefined;
  /** The variants of a whole graph, by the name of their contract. */
  readonly contracts?: ReadonlyMap<string, Graph>;
  /** Operations that its clients name by an id. */
  readonly persistedOperations?: PersistedOperations | undefined;
  /** Absent where nothing is to be enforced. */
  readonly access?: AccessControl | undefined;
}

const NO_CONTRACTS: ReadonlyMap<string, Graph> = new Map();

/** One supergraph in force, as all clients or those of one contract see it, and what was learnt about its operations. */
export class Graph {
  readonly documents: DocumentStore;
  readonly #planner: Planner;
  readonly #trusted = new WeakMap<TrustedDocument, ReadDocument>();
  /** By definition: whoever keeps the document keeps what was compiled of it. */
  readonly #operations = new WeakMap<
    OperationDefinitionNode,
    { readonly operation: Operation; uses: number }
  >();

  constructor(private readonly options: GraphOptions) {
    const { supergraph, limits, suggestions } = options;
    const capacity = limits.cachedOperations;
    this.#planner = cachingPlanner(options.planner, capacity);
    this.documents = new DocumentStore(supergraph.apiSchema, limits, suggestions, capacity);
  }

  get schema(): GraphQLSchema {
    return this.options.supergraph.apiSchema;
  }

  get supergraph(): Supergraph {
    return this.options.supergraph;
  }

  get access(): AccessControl | undefined {
    return this.options.access;
  }

  get contract(): string | undefined {
    return this.options.contract;
  }

  get contracts(): ReadonlyMap<string, Graph> {
    return this.options.contracts ?? NO_CONTRACTS;
  }

  get persistedOperations(): PersistedOperations | undefined {
    return this.options.persistedOperations;
  }

  /** A trusted document, held against this schema once; no limit concerns it. */
  readTrusted(trusted: TrustedDocument): ReadDocument {
    const known = this.#trusted.get(trusted);
    if (known) return known;
    const read = this.documents.check(trusted.document);
    this.#trusted.set(trusted, read);
    return read;
  }

  /** The operation of that name in a document, or why there is none. */
  definition(
    document: DocumentNode,
    name: string | undefined,
  ): OperationDefinitionNode | GraphQLError {
    return getOperationAST(document, name) ?? noSuchOperation(name);
  }

  /**
   * An operation of a valid document, compiled once; without the fields that are denied.
   * @throws PlanningFailed when it cannot be served
   */
  operation(
    document: DocumentNode,
    definition: OperationDefinitionNode,
    denials?: ReadonlyMap<FieldNode, Denial>,
  ): Operation {
    const known = this.#operations.get(definition);
    if (known) {
      known.uses++;
      this.options.metrics.plansKnown.inc();
      return known.operation;
    }
    const end = this.options.metrics.planning.startTimer();
    const operation = compileOperation(this.schema, this.#planner, document, definition, denials);
    end();
    this.#operations.set(definition, { operation, uses: 1 });
    return operation;
  }

  /** The operations that were asked for most, `count` at most, the hottest first. */
  hottest(count: number): HotOperation[] {
    const hot: (HotOperation & { uses: number })[] = [];
    for (const [source, { definitions }] of this.documents.entries()) {
      for (const definition of definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const uses = this.#operations.get(definition)?.uses ?? 0;
        if (uses > 0) hot.push({ source, operationName: definition.name?.value, uses });
      }
    }
    return hot.sort((a, b) => b.uses - a.uses).slice(0, count);
  }
}

function noSuchOperation(name: string | undefined): GraphQLError {
  const message =
    name === undefined
      ? 'Must provide operation name if query contains multiple operations.'
      : `Unknown operation named "${name}".`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

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
import { NO_LABELS, type Planner } from '../planner/planner.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { LruCache } from '../support/lru-cache.js';

/** An operation that is asked for. */
export interface HotOperation {
  /** Reads its document for another graph. */
  readonly read: (graph: Graph) => ReadDocument;
  readonly operationName: string | undefined;
  /** The sets of labels that were on for its callers. */
  readonly labels: readonly ReadonlySet<string>[];
}

/** Kept of each operation: one for each set of labels that were on lately. */
const VARIANTS = 16;

interface KnownOperation {
  readonly variants: LruCache<string, { operation: Operation; labels: ReadonlySet<string> }>;
  uses: number;
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
  readonly #operations = new WeakMap<OperationDefinitionNode, KnownOperation>();
  readonly #labels = new WeakMap<OperationDefinitionNode, readonly string[]>();

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

  /** The labels of progressive overrides on which an operation's plan depends. */
  labelsOf(document: DocumentNode, definition: OperationDefinitionNode): readonly string[] {
    const { overrideLabels } = this.supergraph;
    if (!overrideLabels) return [];
    const known = this.#labels.get(definition);
    if (known) return known;
    const labels = overrideLabels.of(this.schema, document, definition);
    this.#labels.set(definition, labels);
    return labels;
  }

  /**
   * An operation of a valid document, compiled once for the `labels` that are on; without the fields that are denied.
   * @throws PlanningFailed when it cannot be served
   */
  operation(
    document: DocumentNode,
    definition: OperationDefinitionNode,
    denials?: ReadonlyMap<FieldNode, Denial>,
    labels: ReadonlySet<string> = NO_LABELS,
  ): Operation {
    const known = this.#known(definition);
    known.uses++;
    const key = labels.size === 0 ? '' : JSON.stringify([...labels].sort());
    const variant = known.variants.get(key);
    if (variant) {
      this.options.metrics.plansKnown.inc();
      return variant.operation;
    }
    const end = this.options.metrics.planning.startTimer();
    const { schema } = this;
    const planner = this.#planner;
    const operation = compileOperation(schema, planner, document, definition, denials, labels);
    end();
    known.variants.set(key, { operation, labels });
    return operation;
  }

  #known(definition: OperationDefinitionNode): KnownOperation {
    const known = this.#operations.get(definition) ?? { variants: new LruCache(VARIANTS), uses: 0 };
    this.#operations.set(definition, known);
    return known;
  }

  /** The operations that were asked for most, `count` at most, the hottest first. */
  hottest(count: number): HotOperation[] {
    const hot: (HotOperation & { uses: number })[] = [];
    const look = ({ definitions }: DocumentNode, read: HotOperation['read']): void => {
      for (const definition of definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const known = this.#operations.get(definition);
        if (!known || known.variants.size === 0) continue;
        const labels = [...known.variants.entries()].map(([, variant]) => variant.labels);
        hot.push({ read, operationName: definition.name?.value, labels, uses: known.uses });
      }
    };
    for (const [source, document] of this.documents.entries()) {
      look(document, (graph) => graph.documents.read(source));
    }
    for (const trusted of this.persistedOperations?.documents ?? []) {
      look(trusted.document, (graph) => graph.readTrusted(trusted));
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

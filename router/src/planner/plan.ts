import type { DocumentNode, OperationTypeNode } from 'graphql';

/**
 * A query plan in the router's own terms: whoever plans, the executor reads only this.
 * Abstract types are already resolved to the sets of names that satisfy them.
 */
export interface QueryPlan {
  /** Set when the operation is a subscription: where its events come from. */
  readonly subscription: FetchNode | undefined;
  /** What is fetched (for a subscription: per event); absent when there is nothing to fetch. */
  readonly node: PlanNode | undefined;
}

export type PlanNode =
  | FetchNode
  | BatchFetchNode
  | SequenceNode
  | ParallelNode
  | FlattenNode
  | ConditionNode
  | DeferNode;

/** What one call of a subgraph needs to know, however its answer is used. */
export interface SubgraphCall {
  readonly subgraph: string;
  readonly operationKind: OperationTypeNode;
  readonly operationName: string | undefined;
  readonly query: string;
  /** `query`, parsed once for the life of the plan. */
  readonly document: DocumentNode;
  /** Client variables that the call uses. */
  readonly variableUsages: readonly string[];
}

/** A call whose fields land at the root, or, inside a Flatten, in the entities found there. */
export interface FetchNode extends SubgraphCall {
  readonly kind: 'Fetch';
  /** By which deferred parts say that they wait for it. */
  readonly id?: string | undefined;
  /** Top-level response keys: where an error lands when the whole call fails. */
  readonly rootKeys: readonly string[];
  /** Names of interfaces that may stand in its answer where another fetch knows the object's own type. */
  readonly vagueNames?: ReadonlySet<string> | undefined;
  /** Present on an entity fetch. */
  readonly entity: EntityFetch | undefined;
  readonly outputRewrites: readonly Rewrite[];
}

/** Several `_entities` calls of one subgraph sent as one, told apart by alias. */
export interface BatchFetchNode extends SubgraphCall {
  readonly kind: 'BatchFetch';
  readonly entities: readonly BatchedEntityFetch[];
}

export interface EntityFetch {
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
}

interface BatchedEntityFetch extends EntityFetch {
  readonly alias: string;
  readonly variable: string;
  readonly paths: readonly (readonly PathSegment[])[];
  readonly outputRewrites: readonly Rewrite[];
}

interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** Runs an entity fetch for the objects at `path`. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly PathSegment[];
  readonly node: FetchNode;
}

/** `@include`/`@skip` on a variable that decides whether a fetch is needed. */
interface ConditionNode {
  readonly kind: 'Condition';
  readonly variable: string;
  readonly ifTrue: PlanNode | undefined;
  readonly ifFalse: PlanNode | undefined;
}

/** What is answered first, and what may come later. */
export interface DeferNode {
  readonly kind: 'Defer';
  readonly primary: PlanNode | undefined;
  readonly deferred: readonly DeferredNode[];
}

/** What a deferred fragment needs beyond what is fetched around it. */
export interface DeferredNode {
  /** Of the fragment's `@defer` in the operation that was planned. */
  readonly label: string;
  /** Ids of the fetches around it that it builds on; without any it can begin at once. */
  readonly depends: readonly string[];
  readonly node: PlanNode | undefined;
}

/** A step from the response root to entities. */
export type PathSegment =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'type'; readonly names: ReadonlySet<string> };

/** What a representation takes from an entity. */
export type RequiredSelection =
  | {
      readonly kind: 'field';
      /** Where the value stands in the merged response. */
      readonly from: string;
      /** What the subgraph calls it. */
      readonly to: string;
      readonly selections: readonly RequiredSelection[] | undefined;
    }
  | {
      readonly kind: 'fragment';
      readonly types: ReadonlySet<string>;
      readonly selections: readonly RequiredSelection[];
      readonly skipIf: string | undefined;
      readonly includeIf: string | undefined;
    };

/** A correction of a representation on its way out or of an answer on its way in. */
export type Rewrite =
  | { readonly kind: 'setValue'; readonly path: readonly PathSegment[]; readonly value: string }
  | { readonly kind: 'renameKey'; readonly path: readonly PathSegment[]; readonly to: string };

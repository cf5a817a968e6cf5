import type { CallOutcome, CostRecord } from '../observability/operation-record.js';

/** What is answered: the plan, and beside the data what it took; or the plan alone, and nothing is run. */
export type ExplainMode = 'plan' | 'dry-run';

/** `extensions.queryPlan` of an answer. Times are in milliseconds. */
export interface ExplainedPlan {
  readonly mode: ExplainMode;
  /** The plan and what it took, to be read by people. */
  readonly text: string;
  /** `null`: nothing is fetched. */
  readonly plan: ExplainedNode | null;
  readonly timings: ExplainedTimings;
  /** Where demand control is on. */
  readonly cost?: CostRecord;
}

export interface ExplainedTimings {
  /** Absent, like `validateMs`, where the document had been read before. */
  readonly parseMs?: number;
  readonly validateMs?: number;
  /** Authorization, and planning or finding the plan. */
  readonly planMs?: number;
  /** Absent where nothing was run. */
  readonly executeMs?: number;
  readonly totalMs: number;
}

export type ExplainedNode =
  | ExplainedFetch
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly ExplainedNode[] }
  | {
      readonly kind: 'Condition';
      readonly variable: string;
      readonly ifTrue?: ExplainedNode;
      readonly ifFalse?: ExplainedNode;
    }
  | {
      readonly kind: 'Defer';
      readonly primary?: ExplainedNode;
      readonly deferred: readonly ExplainedPart[];
    }
  | {
      readonly kind: 'Subscription';
      readonly primary: ExplainedFetch;
      /** What is fetched for each event. */
      readonly rest?: ExplainedNode;
    };

/** What is fetched for a deferred fragment. */
export interface ExplainedPart {
  /** The client's; absent where it gave none. */
  readonly label?: string;
  /** Absent where nothing more is fetched. */
  readonly node?: ExplainedNode;
}

export interface ExplainedFetch {
  readonly kind: 'Fetch';
  readonly subgraph: string;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  /** What is asked, printed for people. */
  readonly operation: string;
  /**
   * Of an entity fetch: where the entities stand that it completes, by response keys; `@` stands for the items of a
   * list, `[Book|Film]` keeps those of these types.
   */
  readonly paths?: readonly string[];
  /** Of an entity fetch: what is sent of them. */
  readonly requires?: readonly string[];
  /** Absent where it was not run: there was nothing to fetch, or a condition or `dry-run` forbade it. */
  readonly measured?: ExplainedMeasures;
}

export interface ExplainedMeasures {
  readonly calls: number;
  /** Since the operation arrived. */
  readonly startMs: number;
  readonly ms: number;
  /** Entities asked for, each once. */
  readonly representations?: number;
  /** Bodies in bytes, all attempts together; absent, like `status`, where the call did not leave the process. */
  readonly sentBytes?: number;
  readonly receivedBytes?: number;
  readonly status?: number;
  /** The worst, where there are several calls. */
  readonly outcome: CallOutcome;
}

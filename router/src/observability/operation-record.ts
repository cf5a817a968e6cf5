import type { OperationTypeNode } from 'graphql';
import type { SubgraphRequest } from '../transport/transport.js';

/** How a call of a subgraph ended: `error` has an answer with errors, `unavailable` none. */
export type CallOutcome = 'ok' | 'error' | 'unavailable';

/** One call of a subgraph. */
export interface CallRecord {
  readonly request: SubgraphRequest;
  /** Milliseconds since the operation arrived. */
  readonly startMs: number;
  readonly ms: number;
  readonly outcome: CallOutcome;
}

/** What an operation costs; see `demandControl`. */
export interface CostRecord {
  readonly estimated: number;
  readonly actual?: number;
  readonly max: number;
}

interface RecognisedOperation {
  readonly name: string | undefined;
  readonly kind: OperationTypeNode;
}

/** What a client said about an operation beside it. Nobody has checked any of it. */
export interface ArrivalHeaders {
  readonly client?: string | undefined;
  readonly clientVersion?: string | undefined;
  /** By its header `nexus-explain`. */
  readonly explain?: unknown;
  /** https://www.w3.org/TR/trace-context/ */
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}

/**
 * What one operation, or one event of a subscription, took on its way. Whoever explains, measures, logs or traces reads
 * it when it is over. All times are in milliseconds.
 */
export class OperationRecord {
  /** By `performance.now()`. */
  readonly began = performance.now();
  readonly calls: CallRecord[] = [];
  #operation: RecognisedOperation | undefined;
  #hash: string | undefined;
  /** Where the operation is traced. */
  traceId: string | undefined;
  cost: CostRecord | undefined;
  /** Absent where the document had been read before. */
  parseMs: number | undefined;
  validateMs: number | undefined;
  /** Authorization, and planning or finding the plan. */
  planMs: number | undefined;
  executeMs: number | undefined;

  constructor(readonly arrival: ArrivalHeaders = {}) {}

  get operation(): RecognisedOperation | undefined {
    return this.#operation;
  }

  /** SHA-256 of the document's text, in hexadecimal; only of valid documents. */
  get hash(): string | undefined {
    return this.#hash;
  }

  recognise(operation: RecognisedOperation, hash: string): void {
    this.#operation = operation;
    this.#hash = hash;
  }

  /** Milliseconds since the operation arrived. */
  elapsed(): number {
    return performance.now() - this.began;
  }
}

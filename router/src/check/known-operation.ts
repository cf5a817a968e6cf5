import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** One client's use of an operation within the window. */
export interface KnownUse {
  /** Absent where it does not say. */
  readonly client?: string;
  readonly version?: string;
  readonly count: number;
  readonly lastSeen: string;
}

/** An operation that clients ask for: recorded, or in a manifest or a file of theirs. */
export interface KnownOperation {
  /** Its name, its id in a manifest, or the beginning of its hash. */
  readonly name: string;
  /** The file that it stands in. */
  readonly source: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** The contract in which it is asked for; absent: the whole graph. */
  readonly contract?: string;
  /** Input fields and enum values that came in variables; absent: nobody knows, all may. */
  readonly inputs?: readonly string[];
  /** Empty where use was not recorded. */
  readonly uses: readonly KnownUse[];
}

export interface KnownOperations {
  readonly operations: readonly KnownOperation[];
  /** When recording began; absent where nothing was recorded. */
  readonly recordedSince?: string;
  /** What makes the operations less than all there are. */
  readonly notes: readonly string[];
}

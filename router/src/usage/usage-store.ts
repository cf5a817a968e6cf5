/** What is known of an operation, whoever asks for it. */
export interface UsedOperation {
  /** SHA-256 of `text`, in hexadecimal. */
  readonly hash: string;
  readonly name?: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The operation and its fragments, without any value that somebody wrote into it. */
  readonly text: string;
  /**
   * What it touches of the schema: `Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`, `@directive`,
   * `@directive(argument:)`, and names of types that it names or meets.
   */
  readonly coordinates: readonly string[];
  /** Those of them that were deprecated. */
  readonly deprecated: readonly string[];
}

/** How often one client asked for one operation. */
export interface UsageCount {
  readonly hash: string;
  /** As the client calls itself; absent where it does not. */
  readonly client?: string;
  readonly version?: string;
  /** The contract that it sees; absent: the whole graph. */
  readonly contract?: string;
  readonly count: number;
  /** Of these: answers with errors. */
  readonly errors: number;
  /** Times as in ISO 8601. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Input fields and enum values that came in variables. */
  readonly inputs: readonly string[];
  /** Those of them that were deprecated. */
  readonly deprecatedInputs: readonly string[];
}

/** What was counted since the last time. */
export interface UsageBatch {
  /** Each comes once, before or with its first count; again after a restart. */
  readonly operations: readonly UsedOperation[];
  readonly counts: readonly UsageCount[];
  /** Operations that were asked for and not counted, because there were too many different ones. */
  readonly uncounted: number;
}

/** Where usage is kept. */
export interface UsageStore {
  /** Keeps a batch. One that fails is asked again, with more. */
  record(batch: UsageBatch): Promise<void>;
  /** Nothing comes any more. */
  close?(): Promise<void>;
}

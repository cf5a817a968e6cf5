/** A Nexus that serves. */
export interface Served {
  readonly url: string;
  /** Lines for whoever started it: the demo's sign-ins. */
  readonly announcement: readonly string[];
  /** No new requests, running ones finish, jobs are handed back, connections end. */
  close(): Promise<void>;
}

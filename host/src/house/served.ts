/** A Nexus that serves. */
export interface Served {
  readonly url: string;
  /** Lines for whoever started it: the demo's sign-ins. */
  readonly announcement: readonly string[];
}

/** Takes how to close what was just opened; what was opened last is closed first. */
export type OnStop = (step: () => Promise<void>) => void;

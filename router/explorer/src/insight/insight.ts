import type { OperationMeant } from '../graph/operation.js';
import type { InsightState } from './insight.types.js';
import { type Extensions, readExtensions } from './read-extensions.js';

/** What one run tells; nothing that it says counts once another one has begun. */
export interface InsightReport {
  result(extensions: Extensions | undefined): void;
  end(): void;
}

/** The operation that runs in the editor, or ran there last. */
export interface Insight {
  readonly state: InsightState;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
  begin(operation: OperationMeant): InsightReport;
}

const IDLE: InsightState = {
  status: 'idle',
  kind: 'query',
  name: undefined,
  ms: undefined,
  cost: undefined,
  plan: undefined,
  results: 0,
};

/** @param now milliseconds */
export function createInsight(now: () => number): Insight {
  let state = IDLE;
  let current: InsightReport | undefined;
  const listeners = new Set<() => void>();

  function become(next: Partial<InsightState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  return {
    get state() {
      return state;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin({ kind, name }) {
      const begun = now();
      const report: InsightReport = {
        result(extensions) {
          if (current !== report) return;
          become({ ...readExtensions(extensions), results: state.results + 1 });
        },
        end() {
          if (current === report) become({ status: 'done', ms: now() - begun });
        },
      };
      current = report;
      become({ ...IDLE, status: 'running', kind, name });
      return report;
    },
  };
}

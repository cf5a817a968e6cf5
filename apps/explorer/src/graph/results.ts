import { type EventStream, type GraphError, NexusError } from '@nexus/sdk';
import type { LiveReport } from '../live/live.js';

interface Result {
  data?: Record<string, unknown> | null;
  errors?: GraphError[];
}

/** What the editor shows for an error: the server's own words where there are some. */
export function errorResult(error: NexusError): { errors: GraphError[] } {
  if (error.errors.length > 0) return { errors: [...error.errors] };
  const { message, code, requestId } = error;
  return { errors: [{ message, extensions: { code, ...(requestId ? { requestId } : {}) } }] };
}

/**
 * A stream of data as a stream of results, whose last one may be an error; what happens to it is
 * reported. Not a generator: one that waits for its next event would not hear that the editor
 * stopped.
 */
export function asResults(
  stream: EventStream<unknown>,
  report: LiveReport,
): AsyncIterableIterator<Result> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const { done, value } = await stream.next();
        if (done) {
          report.end('ended');
          return { done: true, value: undefined };
        }
        report.event(value);
        return { done: false, value: { data: value as Record<string, unknown> } };
      } catch (error) {
        report.end('ended');
        if (!(error instanceof NexusError)) throw error;
        return { done: false, value: errorResult(error) };
      }
    },
    async return() {
      report.end('stopped');
      await stream.return?.();
      return { done: true, value: undefined };
    },
  };
}

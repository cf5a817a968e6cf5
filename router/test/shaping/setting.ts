import { parse } from 'graphql';
import type { Clock } from '../../src/shaping/clock.js';
import { shaped } from '../../src/shaping/shaped.js';
import type { ShapingEvent } from '../../src/shaping/shaping-events.js';
import type { TrafficPolicy } from '../../src/shaping/traffic-policy.js';
import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphResult,
  SubgraphUnavailable,
} from '../../src/transport/transport.js';

/** Time that passes when a test says so. */
export class TestClock implements Clock {
  #now = 0;
  readonly #timers = new Set<{ at: number; then: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, then: () => void): () => void {
    const timer = { at: this.#now + milliseconds, then };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Whatever has begun goes on until it waits again, before and after each timer. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.then();
      await settled();
    }
    this.#now = end;
  }
}

export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A call that a subgraph has received, to be answered by the test. */
export interface Received {
  request: SubgraphRequest;
  context: OperationContext<string>;
  answer(result?: SubgraphResult): Promise<void>;
  fail(error?: Error): Promise<void>;
}

export const query = '{ a }';
export const document = parse(query);
export const failure = (): Error => new SubgraphUnavailable('shop', 'it is down');

/** A subgraph behind a policy, whose answers and time are in the hands of the test. */
export function shop(policy: TrafficPolicy<string>, { random = () => 0.5 } = {}) {
  const clock = new TestClock();
  const received: Received[] = [];
  const events: ShapingEvent[] = [];
  const transport = shaped<string>(
    {
      execute: (request, context) =>
        new Promise((resolve, reject) => {
          received.push({
            request,
            context,
            answer: (result = { data: { a: 1 } }) => {
              resolve(result);
              return settled();
            },
            fail: (error = failure()) => {
              reject(error);
              return settled();
            },
          });
        }),
      subscribe: () => Promise.reject(new TypeError('not here')),
      close: async () => {},
    },
    policy,
    { clock, random, observe: (event) => void events.push(event) },
  );
  const ask = (
    asked: Partial<SubgraphRequest> = {},
    context: Partial<OperationContext<string>> = {},
  ): Promise<SubgraphResult> => {
    const request: SubgraphRequest = {
      subgraph: 'shop',
      operationKind: 'query',
      operationName: undefined,
      query,
      document,
      variables: {},
      ...asked,
    };
    const signal = new AbortController().signal;
    const answer = transport.execute(request, {
      principal: null,
      requestId: 'id-1',
      attributes: {},
      signal,
      ...context,
    });
    // A rejection is looked at later, by the test.
    answer.catch(() => {});
    return answer;
  };
  return { ask, clock, received, events, transport };
}

export const code = (expected: string) => ({ name: 'SubgraphUnavailable', code: expected });

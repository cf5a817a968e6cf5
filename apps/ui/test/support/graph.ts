import type { GraphResult, Nexus } from '@nexus/sdk';

type Surroundings = Pick<Window, 'addEventListener'> & { navigator: { onLine: boolean } };

/** What tells of the network's coming and going. */
export function surroundings(): Surroundings & { turn(onLine: boolean): void } {
  const listeners = new Map<string, () => void>();
  const navigator = { onLine: true };
  return {
    navigator,
    addEventListener: (name: string, listener: unknown) => {
      listeners.set(name, listener as () => void);
    },
    turn(onLine) {
      navigator.onLine = onLine;
      listeners.get(onLine ? 'online' : 'offline')?.();
    },
  };
}

/** The outside world of a graph: answers in order, an error as a rejection. */
export function asked(...answers: (GraphResult | Error)[]) {
  const sent: unknown[] = [];
  const execute = async (_document: unknown, variables: unknown) => {
    sent.push(variables);
    const answer = answers.shift() ?? new RangeError('Nobody expected that question.');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    sent,
    nexus: { execute, subscribe: never } as unknown as Pick<Nexus, 'execute' | 'subscribe'>,
  };
}

function never(): never {
  throw new RangeError('Nobody expected a subscription.');
}

/** A subscription whose events the test sends. */
export function eventStream() {
  const waiting: ((result: IteratorResult<unknown>) => void)[] = [];
  let ended = false;
  const stream = {
    [Symbol.asyncIterator]: () => stream,
    next: () => new Promise<IteratorResult<unknown>>((resolve) => waiting.push(resolve)),
  };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
  const subscribe = ((_document: unknown, _variables: unknown, how: { signal: AbortSignal }) => {
    how.signal.addEventListener('abort', () => {
      ended = true;
    });
    return stream;
  }) as unknown as Nexus['subscribe'];
  return {
    subscribe,
    turn,
    isEnded: () => ended,
    async send(value: unknown) {
      await turn();
      waiting.shift()?.({ value, done: false });
      await turn();
    },
  };
}

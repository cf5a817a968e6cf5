import { once } from 'node:events';
import {
  buildSchema,
  createSourceEventStream,
  type ExecutionArgs,
  execute,
  GraphQLError,
} from 'graphql';
import pino from 'pino';
import { Registry } from 'prom-client';
import {
  type ServedContext,
  type ServedRequest,
  type ServedResult,
  type ServedSubgraph,
  type ServeOptions,
  serveSubgraph,
} from '../../src/serve/index.js';

export interface Caller {
  readonly name: string;
}

export interface TestSubgraph extends ServedSubgraph {
  readonly origin: string;
  readonly metrics: Registry;
  /** Lines of the log, parsed. */
  readonly lines: Record<string, unknown>[];
  /** Contexts of the operations that began. */
  readonly contexts: ServedContext<Caller>[];
  /** How many ticking sources run. */
  ticking(): number;
  setReady(ready: boolean): void;
}

const SDL = /* GraphQL */ `
  type Query { me: String, fail: String, refuse: String, slow(ms: Int!): String, echo(text: String!): String }
  type Mutation { noop: String }
  type Subscription { ticks(count: Int!, everyMs: Int!): Int, silent: Int, breaks: Int }
`;

/** A small subgraph behind the real server, on a free port. */
export async function startTestSubgraph(
  overrides: Partial<ServeOptions<Caller>> = {},
): Promise<TestSubgraph> {
  const schema = buildSchema(SDL);
  const metrics = new Registry();
  const lines: Record<string, unknown>[] = [];
  const contexts: ServedContext<Caller>[] = [];
  let ticking = 0;
  let ready = true;

  const args = (request: ServedRequest, context: ServedContext<Caller>) => {
    contexts.push(context);
    return {
      schema,
      document: request.document,
      operationName: request.operationName,
      variableValues: request.variables,
      rootValue: rootOf(context),
    };
  };
  const served = await serveSubgraph<Caller>({
    name: 'test',
    port: 0,
    verify: async (token) => {
      if (token === 'anonymous') return { ok: true, principal: null };
      return token.startsWith('for-')
        ? { ok: true, principal: { name: token.slice(4) } }
        : { ok: false, reason: 'bad signature' };
    },
    attributes: (headers) => ({ ip: headers['x-client-ip'] ?? null }),
    execute: async (request, context) => (await execute(args(request, context))) as ServedResult,
    subscribe: (request, context) => follow(args(request, context)),
    ready: () => ready,
    metrics,
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    ...overrides,
  });
  return Object.assign(served, {
    origin: new URL(served.url).origin,
    metrics,
    lines,
    contexts,
    ticking: () => ticking,
    setReady: (now: boolean) => {
      ready = now;
    },
  });

  function rootOf({ principal, signal }: ServedContext<Caller>) {
    return {
      me: () => principal?.name ?? null,
      echo: ({ text }: { text: string }) => text,
      noop: () => 'done',
      fail: () => {
        throw new RangeError('secret connection string');
      },
      refuse: () => {
        throw new GraphQLError('Not yours', { extensions: { code: 'FORBIDDEN' } });
      },
      slow: ({ ms }: { ms: number }) =>
        new Promise((resolve) => {
          const timer = setTimeout(() => resolve('finished'), ms);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve('aborted');
          });
        }),
      async *ticks({ count, everyMs }: { count: number; everyMs: number }) {
        ticking++;
        try {
          for (let i = 1; i <= count && !signal.aborted; i++) {
            yield { ticks: i };
            await new Promise((resolve) => setTimeout(resolve, everyMs));
          }
        } finally {
          ticking--;
        }
      },
      async *silent() {
        ticking++;
        try {
          if (!signal.aborted) await once(signal, 'abort');
          yield* []; // it never has anything to say
        } finally {
          ticking--;
        }
      },
      async *breaks() {
        yield { breaks: 1 };
        throw new RangeError('secret table name');
      },
    };
  }
}

async function* follow(args: ExecutionArgs): AsyncGenerator<ServedResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) {
    yield source as ServedResult;
    return;
  }
  for await (const rootValue of source) {
    yield (await execute({ ...args, rootValue })) as ServedResult;
  }
}

import Fastify from 'fastify';

interface Registration {
  readonly callbackUrl: string;
  readonly subscriptionId: string;
  readonly verifier: string;
  readonly heartbeatIntervalMs: number;
}

interface Asked {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query: string;
  readonly registration: Registration;
}

export interface Emitter {
  readonly url: string;
  /** The subscriptions asked for, the newest last. */
  readonly asked: Asked[];
  /** How the next subscriptions are answered; default: checked and accepted. */
  answer: (registration: Registration) => Promise<{ status: number; body: unknown }>;
  /** A result under the name by which the last query asks for its one field; the planners may give it one. */
  result(data: Readonly<Record<string, unknown>>): unknown;
  close(): Promise<void>;
}

/** A subgraph that tells its events by callbacks, when and as a test wants it. */
export async function openEmitter(): Promise<Emitter> {
  const server = Fastify({ forceCloseConnections: true });
  const emitter: Omit<Emitter, 'url'> = {
    asked: [],
    answer: async (registration) => {
      await call(registration, { action: 'check' });
      return { status: 200, body: { data: null } };
    },
    result: (data) => {
      const [, name = ''] = /{\s*(\w+)/.exec(emitter.asked.at(-1)?.query ?? '') ?? [];
      return { data: { [name]: Object.values(data)[0] } };
    },
    close: () => server.close(),
  };
  server.post('/graphql', async ({ headers, body }, reply) => {
    const { query, extensions } = body as { query: string; extensions: { subscription: never } };
    const registration: Registration = extensions.subscription;
    emitter.asked.push({ headers, query, registration });
    const { status, body: answer } = await emitter.answer(registration);
    return reply.code(status).send(answer);
  });
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  return Object.assign(emitter, { url });
}

/** Calls back; whatever is given replaces what is right. */
export async function call(
  { callbackUrl, subscriptionId: id, verifier }: Registration,
  message: Readonly<Record<string, unknown>> | string,
): Promise<{ status: number; protocol: string | null; text: string }> {
  const response = await fetch(callbackUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body:
      typeof message === 'string'
        ? message
        : JSON.stringify({ kind: 'subscription', id, verifier, ...message }),
  });
  const protocol = response.headers.get('subscription-protocol');
  return { status: response.status, protocol, text: await response.text() };
}

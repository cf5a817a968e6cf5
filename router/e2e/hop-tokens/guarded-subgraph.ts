import { buildSubgraphSchema } from '@apollo/subgraph';
import websocket from '@fastify/websocket';
import Fastify from 'fastify';
import { execute, parse } from 'graphql';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import type { HopSigner } from '../../src/index.js';
import { verifyHop } from '../../src/index.js';

/** Who the router says that calls. */
export interface Member {
  name: string;
}

interface Definition {
  typeDefs: string;
  resolvers: Record<string, Record<string, unknown>>;
}

export interface GuardedSubgraph {
  url: string;
  /** Headers of the requests that came in, newest last. */
  headers: Record<string, unknown>[];
  close(): Promise<void>;
}

/** A subgraph that serves nothing without a token of the router's; resolvers get the claims as context. */
export async function serveGuarded(
  { typeDefs, resolvers }: Definition,
  { jwks }: Pick<HopSigner<Member>, 'jwks'>,
  now: () => number,
): Promise<GuardedSubgraph> {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(typeDefs), resolvers: resolvers as Record<string, Record<string, never>> },
  ]);
  const claimsOf = async (authorization: unknown) => {
    const token = String(authorization).replace(/^Bearer /, '');
    const hop = await verifyHop(token, jwks, { currentDate: new Date(now()) });
    return hop.ok ? hop.claims : undefined;
  };
  const headers: GuardedSubgraph['headers'] = [];
  const server = Fastify({ forceCloseConnections: true });
  await server.register(websocket);
  server.post('/graphql', async (request, reply) => {
    headers.push(request.headers);
    const contextValue = await claimsOf(request.headers.authorization);
    if (!contextValue)
      return reply.code(401).send({ errors: [{ message: 'Not from the router.' }] });
    const { query, variables } = request.body as {
      query: string;
      variables: { [key: string]: unknown };
    };
    return execute({ schema, document: parse(query), variableValues: variables, contextValue });
  });
  const wsHandler = makeHandler({
    schema,
    onConnect: async ({ connectionParams }) =>
      (await claimsOf(connectionParams?.authorization)) !== undefined,
    context: async ({ connectionParams }) =>
      (await claimsOf(connectionParams?.authorization)) ?? {},
  });
  server.route({ method: 'GET', url: '/graphql', handler: async () => 'ok', wsHandler });
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  return { url, headers, close: () => server.close() };
}

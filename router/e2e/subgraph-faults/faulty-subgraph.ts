import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Fault, SourceFault } from './faults.js';

/** A subgraph over HTTP and WebSocket that can be made to misbehave, and to mend its ways. */
export interface FaultySubgraph {
  readonly url: string;
  fault: Fault | undefined;
  sourceFault: SourceFault | undefined;
  close(): Promise<void>;
}

export async function serveFaulty(schema: GraphQLSchema): Promise<FaultySubgraph> {
  const sockets = new Set<Socket>();
  const webSockets = new WebSocketServer({ noServer: true });
  const protocol = useServer({ schema }, webSockets);
  const server = createServer((request, response) => {
    void answer(request, response, schema, subgraph.fault).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    // A peer that gives up is no fault of this test.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { sourceFault } = subgraph;
    if (sourceFault?.refuse) return sourceFault.refuse(socket);
    webSockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      if (sourceFault?.accept) sourceFault.accept(webSocket);
      else webSockets.emit('connection', webSocket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const subgraph: FaultySubgraph = {
    url: `http://127.0.0.1:${port}/graphql`,
    fault: undefined,
    sourceFault: undefined,
    async close() {
      for (const socket of sockets) socket.destroy();
      await protocol.dispose();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return subgraph;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  schema: GraphQLSchema,
  fault: Fault | undefined,
): Promise<void> {
  const { query, variables } = JSON.parse(await text(request));
  const result = await execute({ schema, document: parse(query), variableValues: variables });
  if (fault) return fault(response, JSON.parse(JSON.stringify(result)));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(result));
}

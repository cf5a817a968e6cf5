import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import type { Principal } from '@nexus/kit/domain';
import { createRouter, inProcess } from '@nexus/router';
import { composeSubgraphs } from '@nexus/router/compose';
import { trace } from '@opentelemetry/api';
import { pino } from 'pino';
import { openTracing } from '../../src/house/tracing.js';

const logger = pino({ level: 'silent' });
let collector: Server | undefined;
afterEach(() => void collector?.close());

/** Takes what is sent to it; the texts come one by one. */
async function startCollector(): Promise<{ endpoint: string; received: string[] }> {
  const received: string[] = [];
  collector = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    received.push(`${request.url} ${text}`);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => collector?.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}/`, received };
}

it('sends the traces of the router to the collector before it is closed', async () => {
  const { endpoint, received } = await startCollector();
  const tracing = await openTracing({ otlpEndpoint: endpoint }, logger);
  const composed = composeSubgraphs([{ name: 'clock', typeDefs: 'type Query { hour: Int }' }]);
  if (!composed.ok) throw new TypeError('The graph does not compose.');
  const router = await createRouter<Principal>({
    supergraph: composed.supergraphSdl,
    subgraphs: { clock: inProcess({ execute: () => ({ data: { hour: 7 } }) }) },
    plugins: tracing.plugins,
    logger,
  });
  expect((await router.execute({ query: 'query Hour { hour }' })).data).toEqual({ hour: 7 });
  await router.close();
  await tracing.close();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^\/v1\/traces /);
  for (const part of ['nexus-router', '"Hour"', 'subgraph request']) {
    expect(received[0]).toContain(part);
  }
});

it('is not held up by a collector that is not there', async () => {
  const { endpoint } = await startCollector();
  collector?.close();
  const tracing = await openTracing({ otlpEndpoint: endpoint }, logger);
  trace.getTracer('test').startSpan('lost').end();
  await expect(tracing.close()).resolves.toBeUndefined();
});

it('is nothing where no collector is named', async () => {
  const tracing = await openTracing({}, logger);
  expect(tracing.plugins).toEqual([]);
  await tracing.close();
});

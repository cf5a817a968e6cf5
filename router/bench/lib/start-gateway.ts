import type { Gateway, Sharing } from '../gateways.ts';
import { ask } from './load.ts';
import { GATEWAY_CORES, Pinned } from './pinned.ts';

const START_MS = 60_000;
let nextPort = 24_100 + (process.pid % 500) * 8;

export interface Running {
  readonly child: Pinned;
  readonly url: string;
}

/** Starts a gateway on its core. @throws where it does not answer within a minute */
export async function startGateway(
  gateway: Gateway,
  supergraph: string,
  sharing: Sharing = 'apart',
): Promise<Running> {
  const port = nextPort++;
  const url = `http://127.0.0.1:${port}/graphql`;
  const child = new Pinned(GATEWAY_CORES, gateway.command(supergraph, port, sharing));
  const deadline = performance.now() + START_MS;
  while (child.running && performance.now() < deadline) {
    const answer = await ask(url, '{ __typename }').catch(() => undefined);
    if (answer?.includes('Query')) return { child, url };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await child.stop();
  throw new Error(`${gateway.name} did not start: ${child.said}`);
}

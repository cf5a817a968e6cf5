import { fileURLToPath } from 'node:url';
import { freePort } from '../../dist/house/free-port.js';
import type { World } from '../world.ts';
import { Child } from './child.ts';
import { type GraphClient, graphClient, signIn } from './graph-client.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const AGENT = new URL('../agent.ts', import.meta.url).href;

/** `nexus up` in a process of its own, as everybody runs it, with the benchmark's agent inside. */
export interface RunningNexus {
  readonly url: string;
  readonly process: Child;
  /** A client signed in as the manager of a tenant. */
  client(tenant: { readonly email: string; readonly password: string }): Promise<GraphClient>;
  stop(): Promise<void>;
}

export async function startNexus(world: World): Promise<RunningNexus> {
  const port = await freePort();
  const profile = process.env.BENCH_PROFILE;
  const child = await Child.start(CLI, {
    args: ['up'],
    env: { ...world.env, PORT: String(port) },
    execArgv: [
      '--expose-gc',
      '--import',
      AGENT,
      ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []),
    ],
    ready: /Nexus is ready/,
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    url,
    process: child,
    client: async ({ email, password }) => graphClient(url, await signIn(url, email, password)),
    stop: () => child.stop(),
  };
}

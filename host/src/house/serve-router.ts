import { createPrincipalResolver } from '@nexus/identity';
import type { Principal } from '@nexus/kit/domain';
import type { Router } from '@nexus/router';
import { supergraphOf } from '../compose/supergraph.js';
import type { DemoSignIn } from '../seed/sign-ins.js';
import { tokenAuthentication } from './authentication.js';
import type { Foundation } from './foundation.js';
import { principalSigner } from './hop.js';
import type { OpenedHouse } from './nexus-house.js';
import { databaseAnswers } from './readiness.js';
import { openRouter } from './router.js';
import { hostRoutes } from './routes.js';
import { openTracing } from './tracing.js';
import { localTransports, remoteTransports } from './transports.js';

export interface ServeRouterOptions {
  readonly signIns: readonly DemoSignIn[];
  /** Where each subgraph's process listens; all in this process unless given. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
}

/** Opens the router before subgraphs here or elsewhere, and listens. */
export async function serveRouter(
  base: Foundation,
  house: OpenedHouse,
  { signIns, subgraphUrls }: ServeRouterOptions,
): Promise<{ close(): Promise<void> }> {
  const { environment, logger, masterKey } = base;
  const principals = createPrincipalResolver(house.runtime);
  const signer = await principalSigner(masterKey);
  const tracing = await openTracing(environment, logger);
  const router: Router<Principal> = await openRouter({
    supergraph: await supergraphOf(house.built),
    subgraphs: subgraphUrls
      ? remoteTransports(house.built, house.runtime, subgraphUrls, signer)
      : localTransports(house.built, house.runtime),
    hopSigner: signer,
    authentication: tokenAuthentication(principals),
    routes: hostRoutes({
      house,
      principals,
      signIns,
      execute: (request) => router.execute(request),
    }),
    ready: () => databaseAnswers(house),
    plugins: tracing.plugins,
    logger,
  });
  const close = async () => {
    await router.close();
    await tracing.close();
    principals.close();
  };
  try {
    await router.start({ port: environment.port, host: environment.host });
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

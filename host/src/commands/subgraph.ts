import type { Principal } from '@nexus/kit/domain';
import type { BuiltSubgraph } from '@nexus/kit/graph';
import { serveSubgraph } from '@nexus/kit/serve';
import { verifyHop } from '@nexus/router';
import { Registry } from 'prom-client';
import { type Environment, StartupProblem } from '../config/index.js';
import { subgraphEndpoint } from '../house/endpoints.js';
import { layFoundation } from '../house/foundation.js';
import { principalSigner } from '../house/hop.js';
import { openNexusHouse } from '../house/nexus-house.js';
import { databaseAnswers } from '../house/readiness.js';
import { domains } from '../subgraphs.js';
import { untilStopped } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

/** `nexus subgraph <name>`: serves one subgraph over HTTP to the router, and to nobody else. */
export function subgraph(environment: Environment, [name]: readonly string[]): Promise<void> {
  if (!domains.some((known) => known.name === name)) {
    const names = domains.map((known) => known.name).join(', ');
    throw new StartupProblem('USAGE', `There is no subgraph "${name ?? ''}". There are: ${names}.`);
  }
  return untilStopped(say, async (onStop) => {
    const base = await layFoundation({ environment, say });
    onStop(base.close);
    const house = await openNexusHouse(base, { work: false, poolSize: 12 });
    onStop(house.close);
    const built = house.built.find((known) => known.name === name) as BuiltSubgraph;
    const { jwks } = await principalSigner(base.masterKey);
    const served = await serveSubgraph<Principal>({
      name: built.name,
      port: environment.port,
      host: environment.host,
      ...subgraphEndpoint(built, house.runtime),
      async verify(token) {
        const verified = await verifyHop(token, jwks);
        if (!verified.ok) return verified;
        return { ok: true, principal: (verified.claims.principal as Principal | null) ?? null };
      },
      attributes: (headers) => ({ ...(headers['x-nexus-ip'] && { ip: headers['x-nexus-ip'] }) }),
      ready: () => databaseAnswers(house),
      metrics: new Registry(),
      log: base.logger,
    });
    onStop(() => served.close());
    process.stdout.write(`Subgraph ${built.name} is ready at ${served.url}\n`);
  });
}

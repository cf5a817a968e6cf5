import { Readable } from 'node:stream';
import { openDocument, paymentGateway, SandboxGateway } from '@nexus/billing';
import type { PrincipalResolver } from '@nexus/identity';
import type { Principal } from '@nexus/kit/domain';
import type { Router, RouterConfig } from '@nexus/router';
import { openAuditExport } from '../operations/read/audit-export.js';
import type { DemoSignIn } from '../seed/sign-ins.js';
import { DOCUMENTS_PATH, SANDBOX_PATH } from './adapters.js';
import { brandRoutes } from './brand-routes.js';
import type { House } from './house.js';
import { EXPORTS_PATH } from './operations-desk.js';
import { frontDoor } from './portals.js';
import { sessionRoutes } from './session-routes.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Routes = NonNullable<RouterConfig['routes']>;

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

export interface HostRoutes {
  readonly house: House;
  readonly principals: PrincipalResolver;
  /** Offered by the explorer and the sign-in; none outside the demo. */
  readonly signIns: readonly DemoSignIn[];
  /** Runs an operation on the graph: the router's own. */
  readonly execute: Router<Principal>['execute'];
}

/** What the host serves beside the graph: keys, logos, documents, the sandbox's confirmation, the demo's sign-ins. */
export function hostRoutes({ house, principals, signIns, execute }: HostRoutes): Routes {
  return (fastify) => {
    sessionRoutes(fastify, principals, execute);
    brandRoutes(fastify, house.runtime);
    fastify.get('/', (_, reply) => reply.redirect(frontDoor()));
    fastify.get('/oauth/jwks', async (_, reply) => {
      return reply.header('cache-control', 'public, max-age=600').send(await principals.jwks());
    });
    // For whoever sits at this machine, as the lines of the start are; nobody else gets passwords from us.
    fastify.get('/demo-sign-ins.json', async ({ ip }, reply) => {
      return reply.header('cache-control', 'no-store').send(LOOPBACK.test(ip) ? signIns : []);
    });
    // A token is longer than the 100 characters that a named parameter may have.
    fastify.get<{ Params: { '*': string } }>(`${DOCUMENTS_PATH}/*`, async ({ params }, reply) => {
      const document = await openDocument(house.runtime, params['*']);
      if (!document)
        return reply.code(404).type('text/plain').send('This link is not valid or has expired.');
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('etag', `"${document.sha256}"`)
        .header('content-disposition', `inline; filename="${document.fileName}"`)
        .send(document.bytes);
    });
    fastify.get<{ Params: { '*': string } }>(`${EXPORTS_PATH}/*`, async ({ params }, reply) => {
      const file = await openAuditExport(house.runtime, params['*']);
      if (!file)
        return reply.code(404).type('text/plain').send('This link is not valid or has expired.');
      return reply
        .type(file.contentType)
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .send(Readable.from(file.lines));
    });
    // The payer's confirmation that a real gateway would show on a page of its own.
    fastify.post<{ Params: { tenant: string; ref: string }; Querystring: { confirm?: string } }>(
      `${SANDBOX_PATH}/:tenant/:ref`,
      async ({ params, query }, reply) => {
        const gateway = house.runtime.adapters.get(paymentGateway);
        const confirmed = query.confirm !== 'false';
        const moved =
          gateway instanceof SandboxGateway &&
          UUID.test(params.tenant) &&
          (await gateway.answer(params.tenant, params.ref, confirmed));
        return moved ? reply.code(204).send() : reply.code(404).send();
      },
    );
  };
}

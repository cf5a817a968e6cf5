import { BRAND_PATH, openBrandFile } from '@nexus/identity';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import type { RouterConfig } from '@nexus/router';

type Fastify = Parameters<NonNullable<RouterConfig['routes']>>[0];

/** Tenants' logos, for everybody: a page of theirs is shown before anybody has signed in, and mails show it too. */
export function brandRoutes(fastify: Fastify, runtime: SubgraphRuntime): void {
  fastify.get<{ Params: { tenant: string; file: string } }>(
    `${BRAND_PATH}/:tenant/:file`,
    async ({ params }, reply) => {
      const found = await openBrandFile(runtime, params.tenant, params.file);
      if (!found) return reply.code(404).type('text/plain').send('There is no such image.');
      return (
        reply
          .type(found.mediaType)
          // Its name is the hash of what it is: it never changes.
          .header('cache-control', 'public, max-age=31536000, immutable')
          .header('x-content-type-options', 'nosniff')
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('cross-origin-resource-policy', 'cross-origin')
          .send(found.bytes)
      );
    },
  );
}

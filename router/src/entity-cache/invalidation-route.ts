import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { badRequest, sendErrors } from '../server/error-replies.js';
import { digest, hasDigest } from '../support/digest.js';
import type { EntityCache } from './entity-cache.js';
import type { EntityCacheConfig } from './entity-cache-config.js';
import { readInvalidations } from './invalidation-requests.js';

/** What others may tell over HTTP to have changed; see `EntityCacheConfig.invalidation`. */
export function registerInvalidation<P>(
  fastify: FastifyInstance,
  cache: EntityCache<P>,
  { path, secret }: NonNullable<EntityCacheConfig<P>['invalidation']>,
  log: Logger,
): void {
  const expected = digest(`Bearer ${secret}`);
  fastify.post(path, async ({ headers, body, id: requestId }, reply) => {
    const refuse = (status: number, code: string, message: string) =>
      sendErrors(reply, status, [new GraphQLError(message, { extensions: { code, requestId } })]);
    if (!hasDigest(headers.authorization ?? '', expected)) {
      return refuse(401, 'UNAUTHENTICATED', 'The secret of invalidation is another one.');
    }
    const invalidations = readInvalidations(body);
    if (typeof invalidations === 'string') {
      return sendErrors(reply, 400, [badRequest(invalidations, requestId)]);
    }
    try {
      await cache.invalidate(...invalidations);
    } catch (err) {
      log.error({ requestId, err }, 'an invalidation was not done');
      return refuse(503, 'SERVICE_UNAVAILABLE', 'Nothing is known to be forgotten: ask again.');
    }
    return reply.code(202).send({ count: invalidations.length });
  });
}

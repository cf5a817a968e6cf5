import {
  createSessionCookies,
  type PrincipalResolver,
  SESSION_COOKIE_PATHS,
} from '@nexus/identity';
import type { Principal } from '@nexus/kit/domain';
import type { Router, RouterConfig } from '@nexus/router';

type Fastify = Parameters<NonNullable<RouterConfig['routes']>>[0];

/** Sign-in for browsers: the graph's ceremonies, with the refresh token in a cookie that no script reads. */
export function sessionRoutes(
  fastify: Fastify,
  principals: PrincipalResolver,
  execute: Router<Principal>['execute'],
): void {
  const cookies = createSessionCookies({
    async run(query, variables, { ip, authorization }) {
      const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
      const principal = token ? await principals.resolve(token) : undefined;
      return execute({ query, variables, principal: principal ?? null, attributes: { ip } });
    },
  });
  for (const path of SESSION_COOKIE_PATHS) {
    fastify.post(path, async ({ headers, body, ip }, reply) => {
      const answer = await cookies({ path, headers, body, ip });
      for (const cookie of answer.setCookies) reply.header('set-cookie', cookie);
      return reply.code(answer.status).header('cache-control', 'no-store').send(answer.body);
    });
  }
}

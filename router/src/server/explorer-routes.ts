import { posix } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { EXPLORER_FOLDER, type Explorable, explorerPath } from './explorer-options.js';
import { graphPaths } from './graph-paths.js';
import { cacheControlOf } from './static-routes.js';

/** The explorer's page, its parts, and `endpoints.json`: which graphs it can ask, as URLs relative to the page. */
export async function registerExplorer(
  fastify: FastifyInstance,
  config: Explorable,
): Promise<void> {
  const prefix = explorerPath(config);
  if (prefix === undefined) return;
  const endpoints = graphPaths(config).map(({ path, contract }) => ({
    url: posix.relative(`${prefix}/`, path),
    contract,
  }));
  fastify.get(`${prefix}/endpoints.json`, (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .send({ endpoints, explains: config.explain !== undefined }),
  );
  if (prefix !== '') {
    // Relative, so that it holds behind a proxy that serves the router below a path of its own.
    const page = `${posix.basename(prefix)}/`;
    fastify.get(prefix, (_request, reply) => reply.redirect(page));
  }
  await fastify.register(fastifyStatic, {
    root: EXPLORER_FOLDER,
    prefix: `${prefix}/`,
    // One route for each file: nothing else below the path is taken from the host.
    wildcard: false,
    decorateReply: false,
    setHeaders: (reply, path) => reply.header('cache-control', cacheControlOf(path)),
  });
}

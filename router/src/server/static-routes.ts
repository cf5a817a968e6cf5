import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { StaticRoute } from '../config.js';
import { notFoundHandler } from './error-replies.js';

/**
 * What browsers read of pages alone. The many parts of a page go without: it would be more than some of them are. The
 * content policy stays, for a part may be a worker.
 */
const OF_PAGES = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Serves a folder as a single-page application: a path without an extension gets `index.html`. */
export async function registerStaticRoute(
  fastify: FastifyInstance,
  { prefix, root, headers = {} }: StaticRoute,
): Promise<void> {
  await fastify.register(
    async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => {
        void reply.headers(headers);
      });
      await scope.register(fastifyStatic, {
        root,
        prefix: '/',
        preCompressed: true,
        setHeaders: (reply, path) => {
          void reply.header('cache-control', cacheControlOf(path));
          if (isPart(path)) for (const name of OF_PAGES) void reply.removeHeader(name);
        },
      });
      scope.setNotFoundHandler((request, reply) => {
        const [path = ''] = request.url.split('?', 1);
        const isPage = request.method === 'GET' && !/\.\w+$/.test(path);
        return isPage ? reply.sendFile('index.html') : notFoundHandler(request, reply);
      });
    },
    { prefix },
  );
}

/** Vite names its assets by content; the page that names them must be asked for again. */
export function cacheControlOf(path: string): string {
  return isPart(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

const isPart = (path: string): boolean => path.includes('/assets/');

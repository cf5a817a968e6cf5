import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

/**
 * Cookies, CORS and security headers. The content policy lets a Vite-built page with web workers
 * (an explorer with Monaco) run from this origin, and nothing from any other.
 */
export async function registerSecurity(
  fastify: FastifyInstance,
  corsOrigins: readonly string[],
): Promise<void> {
  await fastify.register(cookie);
  if (corsOrigins.length > 0) {
    await fastify.register(cors, {
      origin: [...corsOrigins],
      credentials: true,
      methods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
      exposedHeaders: ['x-request-id', 'retry-after'],
    });
  }
  const headers = await securityHeaders();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** Helmet's headers. They are the same for every answer, and to compose them for each costs more than to parse its question. */
async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const sample = Fastify();
  const plain = new Set(Object.keys((await sample.inject('/')).headers));
  const protectedSample = Fastify();
  await protectedSample.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'self'"],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'font-src': ["'self'", 'data:'],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'worker-src': ["'self'", 'blob:'],
      },
    },
    // A proxy that terminates TLS sets it; on http://localhost it would only lock people out.
    strictTransportSecurity: false,
  });
  const { headers } = await protectedSample.inject('/');
  await Promise.all([sample.close(), protectedSample.close()]);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      plain.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

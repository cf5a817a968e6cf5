import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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
  await fastify.register(helmet, {
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
}

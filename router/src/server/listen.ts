import { lstat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A port (0: any free one) on a host (default 127.0.0.1), or the path of a unix socket. */
export type ListenOptions =
  | { readonly port: number; readonly host?: string }
  | { readonly path: string };

/** Begins to listen; the URL without a path, by which `http` reaches it. @throws the system's error */
export async function listen(http: FastifyInstance, where: ListenOptions): Promise<string> {
  if (!('path' in where)) return http.listen({ host: '127.0.0.1', ...where });
  const { path } = where;
  await removeStale(path);
  await http.listen({ path });
  return `unix:${path}:`;
}

/** A process that was killed leaves its socket behind, and nobody could listen there again. */
async function removeStale(path: string): Promise<void> {
  const file = await lstat(path).catch(() => undefined);
  if (file?.isSocket() && !(await isServed(path))) await unlink(path);
}

/** Only a refusal proves that nobody listens. */
function isServed(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED'));
  });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { receiveUpload } from '../upload/receive-upload.js';
import type { Upload } from '../upload/upload.js';
import { sendErrors } from './error-replies.js';
import { takeIn } from './refused-body.js';
import type { Services } from './services.js';

/** Does the request carry files? Where none are taken, such a body is refused before anybody asks. */
export function isUpload({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith('multipart/form-data') ?? false;
}

/** Serves an operation whose files come in while it runs; then lets the rest of the request come in. */
export async function withUploads<P>(
  { config, limits }: Services<P>,
  request: FastifyRequest,
  reply: FastifyReply,
  serve: (operation: unknown, uploads: readonly Upload[]) => Promise<unknown>,
): Promise<unknown> {
  const { files, fileBytes } = config.uploads ?? { files: 0, fileBytes: 0 };
  const fieldBytes = limits.bodyBytes;
  const received = await receiveUpload(request.raw, { files, fileBytes, fieldBytes });
  if (!received.ok) {
    await takeIn(request.raw);
    const code = received.status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
    const extensions = { code, requestId: request.id };
    return sendErrors(reply, received.status, [new GraphQLError(received.reason, { extensions })]);
  }
  const { operation, uploads } = received;
  reply.raw.once('close', () => {
    for (const upload of uploads) upload.discard();
  });
  return serve(operation, uploads);
}

import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { placeUploads } from './place-uploads.js';
import type { Upload, UploadFault } from './upload.js';

export interface UploadLimits {
  /** Files of one request. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of `operations`, and of `map`. */
  readonly fieldBytes: number;
}

export type Received =
  | {
      readonly ok: true;
      /** What would be the body of a request without files; an `Upload` stands for each file. */
      readonly operation: unknown;
      readonly uploads: readonly Upload[];
    }
  | { readonly ok: false; readonly status: 400 | 413; readonly reason: string };

/**
 * Reads a GraphQL multipart request (https://github.com/jaydenseric/graphql-multipart-request-spec) up to its files,
 * which come in while the operation runs and are never kept.
 */
export function receiveUpload(
  request: IncomingMessage,
  { files, fileBytes, fieldBytes }: UploadLimits,
): Promise<Received> {
  return new Promise((resolve) => {
    let operation: unknown;
    let uploads: ReadonlyMap<string, Upload> | undefined;
    const missing = new Set<Upload>();
    const refuse = (reason: string, status: 400 | 413 = 400): void =>
      resolve({ ok: false, status, reason });
    const giveUp = (code: UploadFault, reason: string): void => {
      for (const upload of uploads?.values() ?? []) {
        if (code === 'UPLOAD_ABORTED' || missing.has(upload)) upload.fail(code);
      }
      refuse(reason);
    };

    const parser = parserOf(request, { files, fileBytes, fieldBytes });
    if (!parser) return refuse('The body is no multipart form.');
    parser.on('field', (name, value, _nameCut, isCut) => {
      if (isCut) return refuse(`\`${name}\` is too large.`, 413);
      const parsed = parseJson(value);
      if (!parsed.ok) return refuse(`\`${name}\` is no JSON.`);
      if (name === 'operations') {
        operation = parsed.value;
        return;
      }
      if (name !== 'map' || uploads) return refuse(`There is no place for \`${name}\`.`);
      if (Array.isArray(operation)) return refuse('A batch carries no files.');
      const placed = placeUploads(operation, parsed.value, files);
      if (!placed.ok) return refuse(placed.reason);
      uploads = placed.uploads;
      for (const upload of uploads.values()) missing.add(upload);
      resolve({ ok: true, operation, uploads: [...uploads.values()] });
    });
    parser.on('file', (name, stream, filename, _encoding, mimeType) => {
      // Of a client that hangs up, whoever reads the file hears.
      stream.on('error', () => undefined);
      const upload = uploads?.get(name);
      if (!upload || !missing.delete(upload)) {
        stream.resume();
        if (!uploads) refuse('`operations` and `map` must come before the files.');
        return;
      }
      upload.arrive({ filename: filename ?? name, mimeType, stream });
    });
    parser.on('finish', () => giveUp('UPLOAD_MISSING', 'The request holds no `map`.'));
    parser.on('error', () => giveUp('UPLOAD_ABORTED', 'The body is no multipart form.'));
    request.once('close', () => {
      if (!request.complete) giveUp('UPLOAD_ABORTED', 'The request was given up.');
    });
    request.pipe(parser);
  });
}

function parserOf(
  { headers }: IncomingMessage,
  { files, fileBytes, fieldBytes }: UploadLimits,
): InstanceType<typeof Busboy> | undefined {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: {
        fieldNameSize: 100,
        fieldSize: fieldBytes,
        fields: 3,
        // One more than allowed: what is too much is told from what was forgotten.
        files: files + 1,
        fileSize: fileBytes,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
  } catch {
    return undefined;
  }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      if (key === '__proto__') throw new SyntaxError('A key that would change a prototype.');
      return inner;
    });
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

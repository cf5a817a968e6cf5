import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Upload } from '../upload/upload.js';
import type { OperationContext, SubgraphRequest } from './transport.js';

/** A request with files, written as its files come in. */
export interface UploadForm {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/**
 * The GraphQL multipart request for a subgraph; absent where its variables hold no file.
 * https://github.com/jaydenseric/graphql-multipart-request-spec
 */
export function uploadForm<P>(
  { query, operationName, variables }: SubgraphRequest,
  { uploads }: OperationContext<P>,
): UploadForm | undefined {
  if (!uploads || uploads.length === 0) return undefined;
  const places = new Map<Upload, string[]>();
  findUploads(variables, 'variables', places);
  if (places.size === 0) return undefined;
  // In the order in which the client sends them: no file waits for a later one.
  const files = uploads.filter((upload) => places.has(upload));
  const operations = { query, variables, ...(operationName && { operationName }) };
  const map = Object.fromEntries(files.map((file, index) => [index, places.get(file)]));
  const boundary = `router-${randomUUID()}`;
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      // Servers that refuse what a browser could send without asking want to see one of these.
      'apollo-require-preflight': 'true',
      'graphql-require-preflight': 'true',
    },
    body: Readable.from(write(boundary, operations, map, files), { objectMode: false }),
  };
}

function findUploads(value: unknown, path: string, places: Map<Upload, string[]>): void {
  if (value instanceof Upload) {
    places.set(value, [...(places.get(value) ?? []), path]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) findUploads(item, `${path}.${key}`, places);
  }
}

async function* write(
  boundary: string,
  operations: unknown,
  map: unknown,
  files: readonly Upload[],
): AsyncGenerator<string | Buffer, undefined> {
  const part = (disposition: string, type?: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${type ? `content-type: ${type}\r\n` : ''}\r\n`;
  yield `${part('name="operations"')}${JSON.stringify(operations)}\r\n`;
  yield `${part('name="map"')}${JSON.stringify(map)}\r\n`;
  for (const [index, file] of files.entries()) {
    const { filename, mimeType, stream } = await file.open();
    yield part(`name="${index}"; filename="${escaped(filename)}"`, harmless(mimeType));
    yield* stream;
    yield '\r\n';
  }
  yield `--${boundary}--\r\n`;
  return undefined;
}

/** As browsers write names into forms (https://html.spec.whatwg.org/#multipart-form-data). */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function harmless(mimeType: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream';
}

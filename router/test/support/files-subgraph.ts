import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buildSchema, type ExecutionResult, execute, parse } from 'graphql';
import { composeSubgraphs } from '../../src/compose/index.js';
import { serveHttp } from './http-server.js';

const typeDefs = `
  scalar Upload
  type Query { hello: String }
  type Mutation {
    fileAdd(file: Upload!): File
    filesAdd(input: FilesInput!): [File!]
  }
  input FilesInput { note: String!  files: [Upload!]! }
  type File { name: String!  type: String!  bytes: Int!  sha256: String! }
`;

const schema = buildSchema(typeDefs);

export function filesSupergraph(): string {
  const composed = composeSubgraphs([{ name: 'files', typeDefs }]);
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface ReadFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** Runs an operation of the subgraph; `readFile` knows what stands for a file. */
export function runFiles(
  { query, variables }: { query: string; variables: Readonly<Record<string, unknown>> },
  readFile: (file: unknown) => Promise<ReadFile>,
): Promise<ExecutionResult<Record<string, unknown>>> {
  const add = async (file: unknown) => {
    const { name, type, content } = await readFile(file);
    return { name, type, bytes: content.length, sha256: sha256(content) };
  };
  const rootValue = {
    fileAdd: ({ file }: { file: unknown }) => add(file),
    filesAdd: ({ input: { files } }: { input: { files: unknown[] } }) =>
      Promise.all(files.map(add)),
  };
  const document = parse(query);
  return execute({ schema, document, rootValue, variableValues: variables }) as Promise<
    ExecutionResult<Record<string, unknown>>
  >;
}

function put(target: unknown, [key = '', ...rest]: string[], value: unknown): void {
  const parent = target as Record<string, unknown>;
  if (rest.length > 0) put(parent[key], rest, value);
  else parent[key] = value;
}

interface FilesSubgraph {
  readonly url: string;
  /** What came in: headers, `operations` and `map`. */
  readonly requests: {
    readonly headers: IncomingMessage['headers'];
    readonly operations: unknown;
    readonly map: unknown;
  }[];
  /** Bytes of bodies so far, and how many bodies broke off. */
  readonly received: { bytes: number; broken: number };
  close(): Promise<void>;
}

/** A subgraph that reads multipart requests by Node's own parser of forms, and tells what it got. */
export async function serveFiles(): Promise<FilesSubgraph> {
  const requests: FilesSubgraph['requests'] = [];
  const received = { bytes: 0, broken: 0 };
  const server = await serveHttp(async (request, response) => {
    request.on('data', (chunk: Buffer) => {
      received.bytes += chunk.length;
    });
    request.once('close', () => {
      if (!request.complete) received.broken++;
    });
    const answer = await answerOf(request).catch(() => undefined);
    if (!answer) return response.destroy();
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify(answer));
  });

  async function answerOf(request: IncomingMessage): Promise<unknown> {
    const { headers } = request;
    const type = headers['content-type'] ?? '';
    const body = Readable.toWeb(request) as ReadableStream;
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const operations = JSON.parse(String(form.get('operations')));
    const map: Record<string, string[]> = JSON.parse(String(form.get('map')));
    requests.push({ headers, operations: structuredClone(operations), map });
    for (const [key, paths] of Object.entries(map)) {
      for (const path of paths) put(operations, path.split('.'), form.get(key));
    }
    return runFiles(operations, async (file) => {
      const { name, type } = file as File;
      return { name, type, content: Buffer.from(await (file as File).arrayBuffer()) };
    });
  }
  return {
    url: `${server.origin}/graphql`,
    requests,
    received,
    close: server.close,
  };
}

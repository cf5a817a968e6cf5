import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DocumentNode, print } from 'graphql';
import { generate } from '../lib/generate.mjs';
import * as sdkDocuments from '../sdk/src/generated/documents.js';

const SCHEMA = `
  scalar Date
  scalar Decimal
  enum Status { OPEN DONE }
  type Query { task(id: ID!): Task }
  type Mutation { taskMove(input: TaskMoveInput!): TaskMovePayload! }
  type Task { id: ID! title: String! due: Date price: Decimal! status: Status! }
  input TaskMoveInput { id: ID! afterId: ID }
  type TaskMovePayload { task: Task }
`;

let folder: string;
const at = (path: string) => join(folder, path);
const write = (path: string, text: string) => writeFileSync(at(path), text);
const output = () => readFileSync(at('out/documents.ts'), 'utf8');
const run = (check = false) =>
  generate({
    schema: at('api.graphql'),
    documents: at('documents'),
    output: at('out/documents.ts'),
    manifest: at('out/manifest.json'),
    check,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codegen-'));
  mkdirSync(at('documents/tasks'), { recursive: true });
  write('api.graphql', SCHEMA);
  write('documents/tasks/task.graphql', 'query Task($id: ID!) { task(id: $id) { due price } }');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('generate', () => {
  it('types results, variables and the document that knows both', async () => {
    expect(await run()).toBe('written');
    expect(output()).toContain('readonly due: string | null, readonly price: string');
    expect(output()).toMatch(/TaskQueryVariables = Exact<{\s+id: string;\s+}>/);
    expect(output()).toMatch(/const TaskDocument = .* as DocumentNode<TaskQuery, TaskQueryVari/);
  });

  it('writes only the inputs and enums that the operations use', async () => {
    await run();
    expect(output()).not.toContain('TaskMoveInput');
    write(
      'documents/move.graphql',
      'mutation Move($input: TaskMoveInput!) { taskMove(input: $input) { task { status } } }',
    );
    await run();
    expect(output()).toContain('readonly afterId?: string | null | undefined');
    expect(output()).toMatch(/type Status =\s+\| 'OPEN'\s+\| 'DONE'/);
  });

  it('tells in check mode what is out of date, and writes nothing', async () => {
    await run();
    expect(await run(true)).toBe('fresh');
    const before = output();
    write('documents/tasks/task.graphql', 'query Task($id: ID!) { task(id: $id) { title } }');
    expect(await run(true)).toBe('stale');
    expect(output()).toBe(before);
  });

  it('names the file of an operation that does not fit the schema', async () => {
    write('documents/tasks/task.graphql', 'query Task { task(id: 1) { colour } }');
    await expect(run()).rejects.toMatchObject({
      name: 'InvalidDocuments',
      message: expect.stringContaining('task.graphql: Cannot query field "colour"'),
    });
  });
});

describe('the manifest of persisted operations', () => {
  const manifest = () => JSON.parse(readFileSync(at('out/manifest.json'), 'utf8'));

  it('names each operation by the hash of its text, with the fragments that it spreads', async () => {
    const fragments = 'fragment Part on Task { ...Price due } fragment Price on Task { price }';
    const whole = `query Whole { task(id: 1) { ...Part ...Price } } ${fragments}`;
    write('documents/whole.graphql', `${whole} query Bare { task(id: 1) { id } }`);
    await run();
    const { format, version, operations } = manifest();
    expect([format, version]).toEqual(['apollo-persisted-query-manifest', 1]);
    expect(operations).toMatchObject([
      { name: 'Task', type: 'query' },
      { name: 'Whole', type: 'query' },
      { name: 'Bare', body: 'query Bare {\n  task(id: 1) {\n    id\n  }\n}' },
    ]);
    const { id, body } = operations[1];
    expect(body.match(/fragment \w+/g)).toEqual(['fragment Part', 'fragment Price']);
    expect(id).toBe(createHash('sha256').update(body).digest('hex'));
  });

  it('is told to be out of date when it was changed by hand', async () => {
    await run();
    write('out/manifest.json', '{}');
    expect(await run(true)).toBe('stale');
  });

  it('lists what the SDK sends, to the letter', () => {
    const path = join(import.meta.dirname, '..', 'manifests', 'sdk.json');
    const { operations } = JSON.parse(readFileSync(path, 'utf8'));
    const sent = Object.entries(sdkDocuments)
      .filter(([name]) => name.endsWith('Document'))
      .map(([, document]) => print(document as DocumentNode));
    const listed = operations.map(({ body }: { body: string }) => body);
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(listed)).toEqual(new Set(sent));
  });
});

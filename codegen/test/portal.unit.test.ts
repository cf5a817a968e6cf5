import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DocumentNode, print } from 'graphql';
import { generatePortal } from '../lib/portal.mjs';
import { portalsIn } from '../lib/portals.mjs';

const SDL = `
  scalar Date
  type Query { task(id: ID!): Task node(id: ID!): Node }
  type Subscription { taskChanged(after: String): TaskEvent! }
  interface Node { id: ID! }
  type Task implements Node { id: ID! title: String! due: Date project: Project }
  type Project implements Node { id: ID! name: String! }
  type TaskEvent { sequence: String! node: Task }
`;

let folder: string;
const at = (path: string) => join(folder, path);
const read = (path: string) => readFileSync(at(path), 'utf8');
function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
const run = (check = false) =>
  generatePortal({
    sdl: SDL,
    own: [at('app')],
    shared: [at('ui')],
    manifest: at('manifests/app.json'),
    check,
  });
const operations = (): { id: string; name: string; body: string }[] =>
  JSON.parse(read('manifests/app.json')).operations;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  write('ui/who.graphql', 'query Who { node(id: 1) { id ...Named } }');
  write('ui/named.graphql', 'fragment Named on Project { name }');
  write('app/tasks/task.graphql', 'query Task($id: ID!) { task(id: $id) { title ...Card } }');
  write('app/tasks/card.graphql', 'fragment Card on Task { id project { ...Named } }');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what a portal’s documents amount to', () => {
  it('stands beside each of its own files, and of no other', async () => {
    expect(await run()).toBe('written');
    expect(read('app/tasks/task.generated.ts')).toContain('export type TaskQuery =');
    expect(read('app/tasks/card.generated.ts')).toContain('export type CardFragment =');
    expect(() => read('ui/who.generated.ts')).toThrow('ENOENT');
  });

  it('types what shared fragments select, where they are spread', async () => {
    await run();
    const [, type = ''] = /type TaskQuery = (.*);/.exec(read('app/tasks/task.generated.ts')) ?? [];
    expect(type).toContain("readonly __typename: 'Project', readonly name: string");
    expect(read('app/tasks/task.generated.ts')).not.toContain('CardFragment =');
  });

  it('is listed with everything that it spreads, under the id that the document carries', async () => {
    await run();
    expect(operations().map(({ name }) => name)).toEqual(['Task', 'Who']);
    const [task] = operations();
    expect(task?.body.match(/fragment \w+/g)).toEqual(['fragment Card', 'fragment Named']);
    expect(task?.id).toBe(
      createHash('sha256')
        .update(task?.body ?? '')
        .digest('hex'),
    );
    const [, json = ''] =
      /TaskDocument = (.*) as unknown/.exec(read('app/tasks/task.generated.ts')) ?? [];
    const document = JSON.parse(json) as DocumentNode & { documentId: string };
    expect([document.documentId, print(document)]).toEqual([task?.id, task?.body]);
  });

  it('tells in check mode whether the manifest is out of date, and writes nothing', async () => {
    await run();
    expect(await run(true)).toBe('fresh');
    const before = read('app/tasks/task.generated.ts');
    write('app/tasks/task.graphql', 'query Task($id: ID!) { task(id: $id) { due ...Card } }');
    expect(await run(true)).toBe('stale');
    expect(read('app/tasks/task.generated.ts')).toBe(before);
  });

  it.each([
    ['app/a.graphql', 'query A { task(id: 1) { colour } }', 'a.graphql: Cannot query field'],
    ['app/a.graphql', 'query A { task(id: 1) { ...None } }', 'Unknown fragment "None"'],
    ['app/a.graphql', 'query A { task(id: 1) { id } } query B { task(id: 1) { id } }', 'one oper'],
    ['app/a.graphql', '{ task(id: 1) { id } }', 'one operation, with a name'],
    ['app/a.graphql', 'query Task { task(id: 1) { id } }', 'Task is the name of one'],
    ['app/a.graphql', 'fragment Idle on Task { id }', 'Idle is spread nowhere'],
  ])('is refused, naming the fault: %s %s', async (path, text, fault) => {
    write(path, text);
    await expect(run()).rejects.toMatchObject({
      name: 'InvalidDocuments',
      message: expect.stringContaining(fault),
    });
  });
});

describe('the committed manifests', () => {
  const ROOT = join(import.meta.dirname, '../..');
  const { shared, portals } = portalsIn(join(ROOT, 'apps'));

  it.each(portals)(
    'list what $name asks: else `npm run generate -w @nexus/codegen`',
    async (portal) => {
      const sdl = readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8');
      const manifest = join(ROOT, `codegen/manifests/${portal.name}.json`);
      expect(await generatePortal({ ...portal, sdl, shared, manifest, check: true })).toBe('fresh');
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { printReport } from '../../src/check/check-report.js';
import { checkSupergraph } from '../../src/check/check-supergraph.js';
import type { KnownOperation } from '../../src/check/known-operation.js';
import { compose } from '../support/compose.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

function known(text: string, more: Partial<KnownOperation> = {}): KnownOperation {
  const document = parse(text);
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!definition) throw new TypeError('No operation.');
  const name = definition.name?.value ?? 'anonymous';
  return { name, source: 'test', document, definition, uses: [], ...more };
}

const before = compose({
  a: `
    type Query { thing(where: Where): Thing  list: [Thing]  internal: Int @tag(name: "internal") }
    input Where { x: Int  y: Int }
    type Thing @key(fields: "id") { id: ID!  a: Int }`,
  b: 'type Thing @key(fields: "id") { id: ID!  b: Int  c: Int }',
});
const without = (...lines: string[]) =>
  lines.reduce((sdl, line) => {
    if (!sdl.includes(line)) throw new TypeError(`${line} is not in ${sdl}`);
    return sdl.replace(line, '');
  }, before);

function check(
  after: string,
  operations: readonly KnownOperation[] | undefined,
  more: Partial<Parameters<typeof checkSupergraph>[0]> = {},
) {
  return checkSupergraph({
    before,
    after,
    known: operations && { operations, notes: [] },
    planners: ['native', 'apollo'],
    strict: false,
    days: 30,
    ...more,
  });
}

const WITHOUT_C = without('c: Int @join__field(graph: B)');

describe('checkSupergraph', () => {
  it('tells whom a breaking change breaks, and whom it does not', async () => {
    const operations = [known('query C { thing { c } }'), known('query B { thing { b } }')];
    const report = await check(WITHOUT_C, operations);
    expect(report).toMatchObject({
      ok: false,
      checked: 2,
      changes: [
        {
          message: 'Thing.c was removed.',
          verdict: 'breaks',
          operations: [{ name: 'C' }],
        },
      ],
      broken: [{ name: 'C', fault: 'invalid', errors: [expect.stringContaining('"c"')] }],
    });
  });

  it('lets go what nobody uses, but when asked to be strict', async () => {
    const operations = [known('{ thing { b } }')];
    const report = await check(WITHOUT_C, operations);
    expect([report.ok, report.changes.map(({ verdict }) => verdict)]).toEqual([true, ['unused']]);
    expect((await check(WITHOUT_C, operations, { strict: true })).ok).toBe(false);
  });

  it('takes a breaking change for a break where no operation is known', async () => {
    for (const operations of [undefined, []]) {
      const report = await check(WITHOUT_C, operations);
      expect([report.ok, report.changes[0]?.verdict]).toEqual([false, 'unjudged']);
    }
  });

  it('knows input fields that come in variables', async () => {
    const after = before.replace('x: Int\n', '');
    const query = 'query Q($where: Where) { thing(where: $where) { id } }';
    const verdict = async (inputs?: string[]) =>
      (await check(after, [known(query, inputs && { inputs })])).changes[0]?.verdict;
    expect(await verdict(['Where', 'Where.x'])).toBe('breaks');
    expect(await verdict(['Where', 'Where.y'])).toBe('unused');
    // Nobody knows what a manifest's operation is asked with.
    expect(await verdict()).toBe('breaks');
  });

  it('finds what can no longer be planned, though nothing public changes', async () => {
    const after = before.replace(
      /type Thing @join__type\(graph: A, key: "id"\) @join__type\(graph: B, key: "id"\)/,
      'type Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", resolvable: false)',
    );
    expect(after).not.toBe(before);
    const report = await check(after, [known('{ thing { b } }'), known('{ thing { a } }')]);
    expect([report.ok, report.changes]).toEqual([false, []]);
    expect(report.broken).toMatchObject([{ fault: 'unplannable' }]);
    expect(report.broken[0]?.errors.map((error) => error.split(':')[0])).toEqual([
      'native',
      'apollo',
    ]);
  });

  it('blames nobody for what is not served today, and lets new operations be', async () => {
    const after = before.replace('list:', 'fresh: Int @join__field(graph: A)\n  list:');
    const operations = [known('{ never }'), known('{ fresh }'), known('{ list { id } }')];
    const report = await check(after, operations);
    expect(report).toMatchObject({ ok: true, stale: 1, broken: [] });
  });

  it('refuses what is no supergraph, and has nothing to say where today’s is none', async () => {
    const report = await check('type Query { a: Int }', []);
    expect([report.ok, report.problems]).toEqual([
      false,
      [expect.stringContaining('not a supergraph')],
    ]);
    await expect(check(before, [], { before: 'type Query {' })).rejects.toThrow(
      'in use cannot be served',
    );
  });

  it('holds each contract against its own clients', async () => {
    const contracts = { variants: { public: { exclude: ['internal'] } } };
    const after = without('internal: Int @join__field(graph: A) @tag(name: "internal")');
    const whole = await check(after, [known('{ internal }')], { contracts });
    expect(whole.changes.map(({ contract, verdict }) => [contract, verdict])).toEqual([
      [undefined, 'breaks'],
    ]);
    const hidden = before.replace('list: [Thing]', 'list: [Thing] @tag(name: "internal")');
    const operation = known('{ list { id } }', { contract: 'public' });
    const report = await check(hidden, [operation], { contracts });
    expect(report.changes).toMatchObject([
      { contract: 'public', message: 'Query.list was removed.', verdict: 'breaks' },
    ]);
    const unknown = await check(before, [known('{ list { id } }', { contract: 'partners' })]);
    expect(unknown.notes).toEqual([expect.stringContaining('"partners" is in no configuration')]);
  });

  it('says of how many days it knows', async () => {
    const recordedSince = new Date(Date.now() - 3.5 * DAY_MS).toISOString();
    const operations = [known('{ thing { b } }')];
    const report = await check(WITHOUT_C, operations, {
      known: { operations, recordedSince, notes: [] },
    });
    expect([report.days, report.notes]).toEqual([3, ['Only 3 of 30 days are recorded.']]);
    expect(printReport(report)).toContain('unused in 3 days: safe');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Caller } from '../support/caller.js';
import { openEventStream } from '../support/event-stream.js';
import { type House, openHouse } from '../support/house.js';
import { kindAt } from '../support/isolation/kinds.js';
import { idPositions, type Position, written } from '../support/isolation/positions.js';
import { absentLike, nameOf, type Probe, Prober } from '../support/isolation/prober.js';
import { type Kind, makeWorld, type World } from '../support/isolation/world.js';
import { introspected, rootFields } from '../support/schema.js';

/** Calls that take away what others name: asked late, in this order, and each once. */
const ENDS = [
  /(LineRemove|ItemRemove)$/,
  /(Finalize|WriteOff|Void)$/,
  /(Remove|Delete|Erase|Revoke|Deactivate)$/,
  /(Archive|Cancel|End)$/,
];
const lateness = ({ field }: Probe) => 1 + ENDS.findIndex((names) => names.test(field.name));
/** Where an unknown id is passed over: the neighbour that is named may have moved on meanwhile. */
const FORGIVING = new Set([
  'checklistItemAdd input.afterId',
  'taskMove input.beforeId',
  'taskMove input.afterId',
]);

let house: House;
let schema: GraphQLSchema;
let admin: Caller;
let own: World;
let foreign: World;
let prober: Prober;
let foreignEvents: number;

/** How much has ever happened in the other tenant, seen past every policy. */
async function eventsOfForeign(): Promise<number> {
  const [row] = await house.stage.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM kit.event WHERE tenant_id = $1',
    [house.tenants.south.uuid],
  );
  return row?.count ?? 0;
}

beforeAll(async () => {
  house = await openHouse();
  admin = await house.as('admin');
  [own, foreign] = await Promise.all([makeWorld(house, 'north'), makeWorld(house, 'south')]);
  const { email, password } = house.tenants.north.people.employee;
  prober = new Prober(admin, own, { email: () => email, password: () => password });
  foreignEvents = await eventsOfForeign();
  schema = await introspected(admin);
}, 120_000);
afterAll(() => house?.close(), 30_000);

/** Fields with arguments, of things that `node(id)` finds. */
function nodeFields(): Omit<Probe, 'positions'>[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return types
    .filter((type) => !roots.includes(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => idPositions(field).length > 0)
        .map((field) => ({ kind: 'query', field, of: { type: type.name, id: ownOf(type.name) } })),
    );
}

/** One of our own of each type whose fields take ids. */
function ownOf(type: string): string {
  const ids: Readonly<Record<string, string>> = {
    Client: own.client,
    Project: own.project,
    BoardColumn: own.column,
  };
  return ids[type] ?? '';
}

/** One probe for each single place of each field. */
function probes(kinds: readonly Probe['kind'][] = ['query', 'mutation']): Probe[] {
  const fields = kinds.flatMap((kind) => [
    ...rootFields(schema, kind).map((field) => ({ kind, field })),
    ...(kind === 'query' ? nodeFields() : []),
  ]);
  return fields.flatMap((probe) =>
    idPositions(probe.field).map((position) => ({ ...probe, positions: [position] })),
  );
}

const foreignAt = (probe: Probe) => (position: Position) =>
  foreign[kindAt(probe.field.name, position) as Kind];
const absentAt = (probe: Probe) => (position: Position) => absentLike(foreignAt(probe)(position));

/** What speaks against it, where each call that succeeds goes on from the one before. */
const refusals = (answer: string) => answer.match(/"(errors|warnings)":\[[^\]]*\]/g)?.join();

/** The probes whose answers to a foreign and to an absent id differ, with both answers. */
async function differing(all: readonly Probe[]): Promise<string[]> {
  const found: string[] = [];
  for (const probe of all) {
    const toForeign = await prober.answer(probe, foreignAt(probe));
    const toAbsent = await prober.answer(probe, absentAt(probe));
    const alike = FORGIVING.has(nameOf(probe))
      ? refusals(toForeign) === refusals(toAbsent)
      : toForeign === toAbsent;
    if (!alike) found.push(`${nameOf(probe)}\n${toForeign}\n${toAbsent}`);
  }
  return found;
}

describe('an id of another tenant', () => {
  it('has a kind of thing behind it wherever the graph takes one', () => {
    const all = probes();
    const unknown = all.filter(({ field, positions: [at = []] }) => !kindAt(field.name, at));
    expect(unknown.map(nameOf)).toEqual([]);
    expect(all.filter(({ of }) => of && !of.id).map(nameOf)).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  it('is answered like an absent one, in every place of every query and mutation', async () => {
    expect(await differing(probes())).toEqual([]);
  }, 240_000);

  it('is answered like an absent one where several stand at once', async () => {
    const kinds = ['query', 'mutation'] as const;
    const all = kinds.flatMap((kind) =>
      rootFields(schema, kind).map((field) => ({ kind, field, positions: idPositions(field) })),
    );
    expect(await differing(all.filter(({ positions }) => positions.length > 1))).toEqual([]);
  }, 240_000);

  it('is answered like an absent one by queries, whatever kind of thing it names', async () => {
    const found: string[] = [];
    for (const probe of probes(['query'])) {
      const toAbsent = await prober.answer(probe, absentAt(probe), 0);
      const ids = Object.values(foreign);
      const answers = await Promise.all(ids.map((id) => prober.answer(probe, () => id, 0)));
      answers.forEach((toForeign, index) => {
        if (toForeign !== toAbsent) found.push(`${nameOf(probe)} ${ids[index]}\n${toForeign}`);
      });
    }
    expect(found).toEqual([]);
  }, 240_000);

  it('changes nothing there', async () => {
    expect(await eventsOfForeign()).toBe(foreignEvents);
  });

  it('brings no event of theirs to a subscriber, and no other answer', async () => {
    const south = await house.as('admin', 'south');
    const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
    const probed = fields.filter((field) => idPositions(field).length > 0);
    expect(probed.length).toBeGreaterThan(4);
    const follow = async (id: (kind: Kind) => string) =>
      Promise.all(
        probed.map((field) => {
          const [position = []] = idPositions(field);
          const name = written(position);
          const kind = kindAt(field.name, position) as Kind;
          return openEventStream(house.nexus.graph, {
            query: `subscription ($id: ID!) { ${field.name}(${name}: $id) { id node { __typename } } }`,
            variables: { id: id(kind) },
            token: admin.token,
          });
        }),
      );
    const toForeign = await follow((kind) => foreign[kind]);
    const toAbsent = await follow((kind) => absentLike(foreign[kind]));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await south.do('taskUpdate', { id: foreign.task, title: 'Not yours' }, 'task { id }');
    await south.do('projectUpdate', { id: foreign.project, name: 'Not yours' }, 'project { id }');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const events = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/"requestId":"[^"]*"/g, '')).filter((line) => line !== ':');
    expect(toForeign.map(({ lines }) => events(lines))).toEqual(
      toAbsent.map(({ lines }) => events(lines)),
    );
    for (const stream of [...toForeign, ...toAbsent]) {
      expect(stream.lines.filter((line) => line.includes('__typename'))).toEqual([]);
      stream.close();
    }
  }, 120_000);
});

/** Without this the tests above could pass because a call never comes to look at its id. */
describe('an id of one’s own', () => {
  it('is answered otherwise in each of these places', async () => {
    const all = probes().sort((left, right) => lateness(left) - lateness(right));
    const alike: string[] = [];
    const once = new Map<string, string>();
    const answerToOwn = async (probe: Probe) => {
      const { name } = probe.field;
      const known = lateness(probe) > 0 ? once.get(name) : undefined;
      const answer = known ?? (await prober.answer(probe, (at) => prober.ownAt(probe.field, at)));
      once.set(name, answer);
      return answer;
    };
    for (const probe of all) {
      const toAbsent = await prober.answer(probe, absentAt(probe));
      const toOwn = await answerToOwn(probe);
      if (toOwn === toAbsent && !FORGIVING.has(nameOf(probe)))
        alike.push(`${nameOf(probe)}\n${toOwn}`);
    }
    expect(alike).toEqual([]);
  }, 240_000);
});

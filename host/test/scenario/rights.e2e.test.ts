import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphResult } from '@nexus/sdk';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../support/caller.js';
import { type House, openHouse } from '../support/house.js';
import { kindAt } from '../support/isolation/kinds.js';
import { idPositions, type Position } from '../support/isolation/positions.js';
import { documentOf } from '../support/isolation/selection.js';
import { argumentsOf } from '../support/isolation/values.js';
import { makeWorld, type World } from '../support/isolation/world.js';
import { joinPortal } from '../support/portal.js';
import { type Field, introspected, rootFields } from '../support/schema.js';
import {
  finalized,
  newClient,
  newDraft,
  newProject,
  newStaffedProject,
  submittedTime,
} from '../support/work.js';

/** What a client must never read, planted in everything that lies next to what it may read. */
const SECRETS = {
  comment: 'Between us', // an internal comment in `makeWorld`
  time: 'Quiet work',
  rival: 'Rival Industries',
  rivalLine: 'Line of a rival',
  draft: 'Not yet sent',
  staffMail: 'north.example',
};

let house: House;
let schema: GraphQLSchema;
let world: World;
let payer: Caller;

beforeAll(async () => {
  house = await openHouse();
  world = await makeWorld(house, 'north');
  payer = (await joinPortal(house, world.client, { billing: true })).caller;
  schema = await introspected(await house.as('admin'));
}, 120_000);
afterAll(() => house?.close(), 30_000);

const own = (field: Field) => (at: Position) => world[kindAt(field.name, at) ?? 'client'];

/** The data of an answer. One that was refused for its size would tell nothing, and prove nothing. */
function whole({ data, errors = [] }: GraphResult<unknown>): string {
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  expect(codes.filter((code) => /^(COST|OPERATION|TOO_MANY)_/.test(code))).toEqual([]);
  return JSON.stringify(data ?? null);
}

/** The mutations that somebody gets through with, each tried on things that are there. */
async function done(caller: Caller): Promise<string[]> {
  const through: string[] = [];
  for (const field of rootFields(schema, 'mutation')) {
    const { data, codes } = await caller.ask<Record<string, { errors: object[] } | null>>(
      documentOf('mutation', field, 0),
      argumentsOf(field, idPositions(field), own(field)),
    );
    if (codes.length === 0 && data?.[field.name]?.errors.length === 0) through.push(field.name);
  }
  return through.sort();
}

async function events(): Promise<number> {
  const [row] = await house.stage.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM kit.event WHERE tenant_id = $1',
    [house.tenants.north.uuid],
  );
  return row?.count ?? 0;
}

describe('of all mutations', () => {
  it('somebody unknown gets through with none that needs a name', async () => {
    const before = await events();
    expect(await done(house.anonymous())).toEqual(['passwordForgot']);
    expect(await events()).toBe(before);
  }, 120_000);

  it('an auditor gets through with none that changes anything', async () => {
    const before = await events();
    // That staff look at an invoice or a board is no event, nor that nothing was there to be read.
    expect(await done(await house.as('auditor'))).toEqual([
      'boardPresenceBeat',
      'invoiceMarkViewed',
      'mentionsMarkRead',
      'passwordForgot',
      'profileUpdate',
    ]);
    expect(await events()).toBe(before);
  }, 120_000);

  it('a client’s billing contact may look at an invoice and pay it', async () => {
    expect(await done(payer)).toEqual([
      'invoiceMarkViewed',
      'invoicePay',
      'passwordForgot',
      'paymentRefresh',
      'profileUpdate',
    ]);
  }, 120_000);

  it('finance gets through with money, and with nothing of projects or people', async () => {
    const through = await done(await house.as('finance'));
    expect(through).toEqual(expect.arrayContaining(['invoiceDraftCreate', 'invoiceSend']));
    expect(
      through.filter((name) => /^(project|task|milestone|boardC|member|client|contact)/.test(name)),
    ).toEqual([]);
    expect(through.filter((name) => /Approve|rateCard/.test(name))).toEqual([]);
  }, 120_000);

  it('an employee gets through with work and own time, and nothing else', async () => {
    const work = /^(task|checklistItem|timer)|^timeEntryLog$|^timesheetSubmit$/;
    // One's account and sessions, where one is and what one has read.
    const self = new Set([
      ...['membershipRename', 'membershipEndSessions', 'profileUpdate'],
      ...['passwordChange', 'passwordForgot'],
      ...['boardPresenceBeat', 'mentionsMarkRead'],
    ]);
    const through = await done(await house.as('employee'));
    expect(through.filter((name) => !work.test(name) && !self.has(name))).toEqual([]);
    expect(through).toEqual(expect.arrayContaining(['taskCreate', 'taskMove', 'timeEntryLog']));
  }, 120_000);
});

describe('of all queries', () => {
  it('somebody unknown gets an answer to none', async () => {
    for (const field of rootFields(schema, 'query')) {
      const { data, codes } = await house
        .anonymous()
        .ask<Record<string, unknown>>(
          documentOf('query', field, 0),
          argumentsOf(field, idPositions(field), own(field)),
        );
      const answer = {
        field: field.name,
        value: data?.[field.name] ?? null,
        codes: [...new Set(codes)],
      };
      const nothing = { field: field.name, value: null };
      // Who is signed in can be asked by everybody: nobody is.
      if (field.name === 'viewer') {
        expect(answer.value).toMatchObject({ __typename: 'Viewer', roles: [], scopes: [] });
        // What may be begun, and what waits: nothing.
        expect(
          Object.values(answer.value ?? {}).filter((told) => told === true || told === 1),
        ).toEqual([]);
        continue;
      }
      // A node is looked for among what the caller may see, which is nothing.
      if (/^nodes?$/.test(field.name)) expect([null, [null]]).toContainEqual(answer.value);
      else expect(answer).toEqual({ ...nothing, codes: ['UNAUTHENTICATED'] });
    }
  });

  it('a client’s user reads in none what is not theirs to know', async () => {
    const manager = await house.as('manager');
    const admin = await house.as('admin');
    const rival = await newClient(manager, SECRETS.rival);
    const project = await newProject(manager, rival, { name: SECRETS.rival });
    const line = { quantity: '1', unitPrice: '100.00' };
    await finalized(
      manager,
      await newDraft(manager, rival, { lines: [{ ...line, description: SECRETS.rivalLine }] }),
    );
    const draft = await newDraft(admin, world.client, {
      lines: [{ ...line, description: SECRETS.draft }],
    });
    const answers: string[] = [];
    for (const field of rootFields(schema, 'query')) {
      const document = documentOf('query', field, 3);
      const positions = idPositions(field);
      const ids = [...Object.values(world), rival, project, draft];
      const asked = positions.length === 0 ? [''] : ids;
      for (const id of asked) {
        const said = await payer.nexus.execute(
          document,
          argumentsOf(field, positions, () => id),
        );
        answers.push(whole(said));
      }
      // And without any argument that may be left out.
      answers.push(whole(await payer.nexus.execute(document, argumentsOf(field, [], own(field)))));
    }
    for (const [what, secret] of Object.entries(SECRETS)) {
      const told = answers.filter((answer) => answer.includes(secret));
      expect({ what, told }).toEqual({ what, told: [] });
    }
    for (const field of ['profitability', 'cost', 'margin', 'marginPercent'])
      for (const answer of answers) expect(answer).not.toMatch(new RegExp(`"${field}":[{"0-9]`));
    // They do read what is theirs.
    expect(answers.some((answer) => answer.includes(world.paidInvoice))).toBe(true);
    expect(answers.some((answer) => answer.includes(world.project))).toBe(true);
  }, 240_000);
});

describe('time', () => {
  it('is approved by who manages the project, never by who worked it', async () => {
    const manager = await house.as('manager');
    const employee = await house.as('employee');
    const { people } = house.tenants.north;
    const { projectId } = await newStaffedProject(manager, people.employee.userId);
    const theirs = await submittedTime(employee, projectId);
    const mine = await submittedTime(manager, projectId);
    const approve = async (caller: Caller, id: string) =>
      (await caller.attempt('timeEntryApprove', { ids: [id] }, 'timeEntries { status }')).refused;

    expect(await approve(manager, mine)).toHaveLength(1);
    expect(await approve(employee, theirs)).toHaveLength(1);
    for (const other of ['colleague', 'deputy', 'planner', 'finance', 'auditor'] as const) {
      expect({ other, refused: await approve(await house.as(other), theirs) }).toEqual({
        other,
        refused: [expect.any(String)],
      });
    }
    expect(await approve(manager, theirs)).toEqual([]);
    expect(await approve(await house.as('admin'), mine)).toEqual([]);
  });

  it('of a colleague costs nothing that an employee could see', async () => {
    const employee = await house.as('employee');
    const { data, codes } = await employee.ask<{ project: object; timeEntry: object }>(
      `query ($p: ID!, $t: ID!) {
        project(id: $p) { name profitability { margin { amount } } }
        timeEntry(id: $t) { minutes cost { amount } rate { amount } } }`,
      { p: world.project, t: world.timeEntry },
    );
    expect(data).toMatchObject({
      project: { profitability: null },
      timeEntry: { minutes: 60, cost: null, rate: null },
    });
    expect(codes.filter((code) => code !== 'FORBIDDEN')).toEqual([]);
  });

  it('brings what only finance and the manager see: cost and margin', async () => {
    const query =
      'query ($id: ID!) { project(id: $id) { profitability { cost { amount } margin { amount } } } }';
    for (const person of ['admin', 'finance', 'auditor'] as const) {
      const caller = await house.as(person);
      const { project } = await caller.query<{ project: { profitability: object | null } }>(query, {
        id: world.project,
      });
      expect({ person, ...project }).toEqual({
        person,
        profitability: {
          cost: { amount: expect.any(String) },
          margin: { amount: expect.any(String) },
        },
      });
    }
  });
});

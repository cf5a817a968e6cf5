import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { encodeCursor } from '@nexus/kit/events';
import { ReadSession } from '@nexus/kit/read';
import { clientUser } from '@nexus/kit/testing';
import { clientId, employee, manager, stranger, TimeHouse, worker } from './support/time-house.js';

const ABSENT = 'tim_01hzzzzzzzzzzzzzzzzzzzzzzz';
const LOG = `mutation($input: TimeEntryLogInput!) { timeEntryLog(input: $input) {
  timeEntry { id minutes status billable date note running project { id } timesheet { week } }
  errors { code rule path } warnings { rule } } }`;
const EDIT = `mutation($input: TimeEntryEditInput!) { timeEntryEdit(input: $input) {
  timeEntry { id minutes date note status task { title } timesheet { week totalMinutes } } errors { code rule path } } }`;
const SHEET = `query($week: String!) { timesheet(week: $week) {
  id week status totalMinutes billableMinutes entries { id minutes status rejectionReason } } }`;

let time: TimeHouse;
let projectId: string;
beforeAll(async () => {
  time = await TimeHouse.open();
  projectId = await time.project();
});
afterAll(() => time.close());

const refusal = async (who: typeof worker, input: Record<string, unknown>) => {
  const { timeEntryLog } = await time.ask<{ timeEntryLog: { errors: unknown[] } }>(who, LOG, {
    input: { projectId, date: '2026-11-16', minutes: 60, ...input },
  });
  return timeEntryLog.errors;
};

describe('logging', () => {
  it('writes down time, billable by the budget’s kind', async () => {
    const input = { projectId, date: '2026-11-16', minutes: 90, note: 'Workshop' };
    const answer = await time.ask(worker, LOG, { input });
    expect(answer).toEqual({
      timeEntryLog: {
        timeEntry: {
          id: expect.stringMatching(/^tim_/),
          minutes: 90,
          status: 'DRAFT',
          billable: true,
          date: '2026-11-16',
          note: 'Workshop',
          running: false,
          project: { id: projectId },
          timesheet: { week: '2026-W47' },
        },
        errors: [],
        warnings: [],
      },
    });
    const fixed = await time.project({ kind: 'FIXED_PRICE' });
    const other = { projectId: fixed, date: '2026-11-16', minutes: 5 };
    expect(await time.ask(worker, LOG, { input: other })).toMatchObject({
      timeEntryLog: { timeEntry: { billable: false } },
    });
  });

  it('names each broken rule with its path', async () => {
    expect(await refusal(worker, { minutes: 0 })).toEqual([
      { code: 'INVALID', rule: 'TIME_MINUTES_INVALID', path: ['input', 'minutes'] },
    ]);
    expect(await refusal(worker, { date: '2026-11-18' })).toMatchObject([
      { rule: 'TIME_IN_FUTURE', path: ['input', 'date'] },
    ]);
    expect(await refusal(worker, { date: '2026-10-01' })).toMatchObject([
      { rule: 'TIME_TOO_OLD', path: ['input', 'date'] },
    ]);
    expect(await refusal(worker, { note: 'x'.repeat(2_001) })).toMatchObject([
      { rule: 'TEXT_TOO_LONG', path: ['input', 'note'] },
    ]);
    const internal = await time.project({ kind: 'NON_BILLABLE', amount: null });
    expect(await refusal(worker, { projectId: internal, billable: true })).toMatchObject([
      { rule: 'INPUT_INVALID', path: ['input', 'billable'] },
    ]);
    const day = { date: '2026-11-13' };
    await time.log(worker, { projectId, minutes: 1_400, ...day });
    expect(await refusal(worker, { minutes: 41, ...day })).toMatchObject([
      { code: 'LIMIT_REACHED', rule: 'TIME_OVER_24H', path: ['input', 'minutes'] },
    ]);
  });

  it('is for members, and projects out of reach are absent', async () => {
    const notFound = [{ code: 'NOT_FOUND', rule: 'NOT_FOUND', path: ['input', 'projectId'] }];
    expect(await refusal(employee(7), {})).toEqual(notFound);
    expect(await refusal(stranger, {})).toEqual(notFound);
    expect(await refusal(worker, { projectId: 'prj_01hzzzzzzzzzzzzzzzzzzzzzzz' })).toEqual(
      notFound,
    );
    const reader = employee(7, { conditions: {} });
    expect(await refusal(reader, {})).toMatchObject([
      { rule: 'NOT_MEMBER_ON_DATE', path: ['input', 'projectId'] },
    ]);
    const late = await time.project({ start: '2026-11-16' });
    expect(await refusal(worker, { projectId: late, date: '2026-11-15' })).toMatchObject([
      { rule: 'NOT_MEMBER_ON_DATE', path: ['input', 'date'] },
    ]);
  });

  it('knows the tasks of its project', async () => {
    const other = await time.task(await time.project(), 1);
    expect(await refusal(worker, { taskId: other })).toMatchObject([
      { rule: 'TASK_OTHER_PROJECT', path: ['input', 'taskId'] },
    ]);
    expect(await refusal(worker, { taskId: 'tsk_01hzzzzzzzzzzzzzzzzzzzzzzz' })).toMatchObject([
      { rule: 'NOT_FOUND', path: ['input', 'taskId'] },
    ]);
  });

  it('keeps a day within its minutes when sent at once', async () => {
    const date = '2026-11-11';
    const inputs = Array.from({ length: 6 }, () => ({ projectId, date, minutes: 400 }));
    const answers = await Promise.all(
      inputs.map((input) =>
        time.ask<{ timeEntryLog: { timeEntry: object | null } }>(worker, LOG, { input }),
      ),
    );
    expect(answers.filter(({ timeEntryLog }) => timeEntryLog.timeEntry)).toHaveLength(3);
  });
});

describe('editing', () => {
  it('changes what is given, also into another week, under the same id', async () => {
    const taskId = await time.task(projectId, 2);
    const id = await time.log(worker, { projectId, taskId, date: '2026-11-10', note: 'a' });
    const edited = await time.ask(worker, EDIT, { input: { id, minutes: 30, note: null } });
    expect(edited).toMatchObject({
      timeEntryEdit: { timeEntry: { minutes: 30, note: null, task: { title: 'Task 2' } } },
    });
    const moved = await time.ask(worker, EDIT, { input: { id, date: '2026-11-02' } });
    expect(moved).toMatchObject({
      timeEntryEdit: {
        timeEntry: { id, date: '2026-11-02', timesheet: { week: '2026-W45', totalMinutes: 30 } },
        errors: [],
      },
    });
  });

  it('is for one’s own drafts', async () => {
    const id = await time.log(worker, { projectId, date: '2026-11-09' });
    const gone = { timeEntryEdit: { errors: [{ rule: 'NOT_FOUND', path: ['input', 'id'] }] } };
    expect(await time.ask(manager, EDIT, { input: { id, minutes: 1 } })).toMatchObject(gone);
    expect(await time.ask(worker, EDIT, { input: { id: ABSENT, minutes: 1 } })).toMatchObject(gone);
    const REMOVE = `mutation($input: TimeEntryDeleteInput!) { timeEntryDelete(input: $input) { timeEntry { id } errors { rule } } }`;
    expect(await time.ask(worker, REMOVE, { input: { id } })).toEqual({
      timeEntryDelete: { timeEntry: { id }, errors: [] },
    });
    expect(await time.ask(worker, `{ timeEntry(id: "${id}") { id } }`)).toEqual({
      timeEntry: null,
    });
  });
});

describe('handing in and deciding', () => {
  const anna = employee(3);
  const lead = { ...manager, subject: employee(4).subject };
  let own: string;
  beforeAll(async () => {
    own = await time.project({ members: { [anna.subject]: 'MEMBER', [lead.subject]: 'LEAD' } });
  });

  it('hands in the week, and what came later again', async () => {
    const first = await time.handIn(anna, { projectId: own, minutes: 60 });
    const second = await time.handIn(anna, { projectId: own, minutes: 30 });
    const sheet = await time.ask<{ timesheet: { entries: { id: string }[] } }>(anna, SHEET, {
      week: '2026-W47',
    });
    expect(sheet).toMatchObject({
      timesheet: { week: '2026-W47', status: 'SUBMITTED', totalMinutes: 90, billableMinutes: 90 },
    });
    expect(sheet.timesheet.entries.map(({ id }) => id)).toEqual([first, second]);
    const again = `mutation { timesheetSubmit(input: { week: "2026-W47" }) { timesheet { id } errors { rule path } } }`;
    expect(await time.ask(anna, again)).toMatchObject({
      timesheetSubmit: {
        timesheet: null,
        errors: [{ rule: 'TIMESHEET_EMPTY', path: ['input', 'week'] }],
      },
    });
    expect(await time.ask(anna, again.replace('W47', 'W54'))).toMatchObject({
      timesheetSubmit: { errors: [{ rule: 'WEEK_INVALID', path: ['input', 'week'] }] },
    });
  });

  it('shows managers and leads what waits for them, and nobody else', async () => {
    const waiting = `{ timeApprovals(filter: { projectId: { eq: "${own}" } }) { nodes { user { id } viewerCanApprove } totalCount } }`;
    const seen = { timeApprovals: { totalCount: 2, nodes: [{ viewerCanApprove: true }, {}] } };
    expect(await time.ask(manager, waiting)).toMatchObject(seen);
    expect(await time.ask(lead, waiting)).toMatchObject(seen);
    const elsewhere = { ...manager, subject: employee(5).subject };
    expect(await time.ask(elsewhere, waiting)).toMatchObject({ timeApprovals: { totalCount: 0 } });
    const { errors } = await time.house.as(anna).execute(waiting);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lists to each what the policy lets them see', async () => {
    const query = `{ timeEntries(first: 100, filter: { projectId: { eq: "${own}" } }) { totalCount nodes { user { id } } } }`;
    const count = async (who: typeof worker) =>
      (await time.ask<{ timeEntries: { totalCount: number } }>(who, query)).timeEntries.totalCount;
    expect(await count(anna)).toBe(2);
    expect(await count(manager)).toBe(2);
    expect(await count(employee(1))).toBe(2);
    expect(await count(employee(5))).toBe(0);
  });

  it('approves all or none, once, and fixes rates', async () => {
    const a = await time.handIn(anna, { projectId: own, date: '2026-11-12' });
    const draft = await time.log(anna, { projectId: own, date: '2026-11-12' });
    expect(await time.approve([a, draft])).toMatchObject({
      timeEntries: null,
      errors: [{ rule: 'TIME_NOT_SUBMITTED', path: ['input', 'ids', '1'] }],
    });
    expect(await time.approve([a, a])).toMatchObject({
      timeEntries: [{ id: a, status: 'APPROVED' }],
      errors: [],
    });
    expect(await time.approve([a])).toMatchObject({ timeEntries: [{ status: 'APPROVED' }] });
    const events = await time.house.database.sql<{ data: Record<string, unknown> }>(
      `SELECT data FROM kit.event WHERE type = 'projects.TimeEntryApproved' AND data->>'entryId' = $1`,
      [a],
    );
    expect(events.map(({ data }) => data)).toMatchObject([
      {
        userId: anna.subject,
        projectId: own,
        clientId,
        minutes: 60,
        rate: { minor: 11_000, currency: 'EUR' },
        cost: { minor: 5_500, currency: 'EUR' },
        version: 1,
      },
    ]);
  });

  it('is not for one’s own time, strangers, or members without the right', async () => {
    const mine = await time.handIn(manager, { projectId: own });
    expect(await time.approve([mine])).toMatchObject({
      errors: [{ code: 'SELF_APPROVAL', rule: 'SELF_APPROVAL', path: ['input', 'ids', '0'] }],
    });
    expect(await time.approve([mine], lead)).toMatchObject({ errors: [] });
    const hers = await time.handIn(anna, { projectId: own });
    const other = { ...manager, subject: employee(5).subject };
    expect(await time.approve([hers], other)).toMatchObject({ errors: [{ rule: 'NOT_ALLOWED' }] });
    const absent = await time.approve([ABSENT], stranger);
    expect(await time.approve([hers], stranger)).toEqual(absent);
    expect(absent.errors).toMatchObject([{ rule: 'NOT_FOUND', path: ['input', 'ids', '0'] }]);
    expect(await time.approve([])).toMatchObject({ errors: [{ rule: 'INPUT_REQUIRED' }] });
    const many = Array.from({ length: 501 }, (_, i) => `tim_${String(i).padStart(26, '0')}`);
    expect(await time.approve(many)).toMatchObject({ errors: [{ rule: 'BATCH_TOO_LARGE' }] });
  });

  it('gives back with a reason, and takes approvals back', async () => {
    const id = await time.handIn(anna, { projectId: own, date: '2026-11-13' });
    const REJECT = `mutation($input: TimeEntryRejectInput!) { timeEntryReject(input: $input) {
      timeEntries { status rejectionReason } errors { rule path } } }`;
    expect(await time.ask(manager, REJECT, { input: { ids: [id], reason: ' ' } })).toMatchObject({
      timeEntryReject: { errors: [{ rule: 'INPUT_REQUIRED', path: ['input', 'reason'] }] },
    });
    expect(
      await time.ask(manager, REJECT, { input: { ids: [id], reason: 'Which?' } }),
    ).toMatchObject({
      timeEntryReject: { timeEntries: [{ status: 'REJECTED', rejectionReason: 'Which?' }] },
    });
    await time.ask(anna, EDIT, { input: { id, note: 'This one' } });
    await time.ask(
      anna,
      `mutation { timesheetSubmit(input: { week: "2026-W46" }) { errors { rule } } }`,
    );
    expect(await time.approve([id])).toMatchObject({ timeEntries: [{ status: 'APPROVED' }] });
    expect(await time.ask(anna, EDIT, { input: { id, minutes: 1 } })).toMatchObject({
      timeEntryEdit: { errors: [{ code: 'LOCKED', rule: 'TIME_LOCKED' }] },
    });
    const back = `mutation { timeEntryUnapprove(input: { ids: ["${id}"] }) { timeEntries { status } errors { rule } } }`;
    expect(await time.ask(manager, back)).toMatchObject({
      timeEntryUnapprove: { timeEntries: [{ status: 'SUBMITTED' }], errors: [] },
    });
  });

  it('tells subscribers of the project, and resumes', async () => {
    const query = `subscription($after: String) { timeEntryApproved(projectId: "${own}", after: $after) {
      id kind sequence actor { id } node { id status } } }`;
    const events = time.house.as(manager).subscribe(query);
    const next = events.next();
    const id = await time.handIn(anna, { projectId: own, date: '2026-11-14' });
    await time.approve([id]);
    const { value } = await next;
    expect(value?.data).toMatchObject({
      timeEntryApproved: {
        kind: 'TimeEntryApproved',
        actor: { id: manager.subject },
        node: { id, status: 'APPROVED' },
      },
    });
    await events.return(undefined);
    const later = await time.handIn(anna, { projectId: own, date: '2026-11-15' });
    await time.approve([later]);
    const told = value?.data as { timeEntryApproved: { sequence: string } } | undefined;
    const after = told?.timeEntryApproved.sequence;
    const resumed = time.house.as(manager).subscribe(query, { after });
    expect((await resumed.next()).value?.data).toMatchObject({
      timeEntryApproved: { node: { id: later } },
    });
    await resumed.return(undefined);
  });

  it('tells of the queue whoever decides, and of their own time whoever worked', async () => {
    await time.house.settled(manager);
    const after = encodeCursor(time.house.runtime.consumers.tailer.cursor);
    const listen = (who: typeof manager, field: string, node: string) =>
      time.house
        .as(who)
        .subscribe(
          `subscription($after: String) { told: ${field}(after: $after) { kind node { ${node} } } }`,
          { after },
        );
    const queue = listen(manager, 'timeApprovalsChanged', 'week entries { id status }');
    const mine = listen(anna, 'myTimeChanged', 'id status');
    const next = [queue.next(), mine.next()] as const;
    const id = await time.handIn(anna, { projectId: own, date: '2026-11-13' });
    expect((await next[0]).value?.data).toMatchObject({
      told: {
        kind: 'TimesheetSubmitted',
        node: { week: '2026-W46', entries: expect.arrayContaining([{ id, status: 'SUBMITTED' }]) },
      },
    });
    expect((await next[1]).value?.data).toMatchObject({
      told: { kind: 'TimeEntryAdded', node: { id } },
    });
    expect((await mine.next()).value?.data).toEqual({
      told: { kind: 'TimesheetSubmitted', node: null },
    });
    await time.approve([id]);
    expect((await queue.next()).value?.data).toMatchObject({
      told: {
        kind: 'TimeEntryApproved',
        node: { entries: expect.arrayContaining([{ id, status: 'APPROVED' }]) },
      },
    });
    expect((await mine.next()).value?.data).toEqual({
      told: { kind: 'TimeEntryApproved', node: { id, status: 'APPROVED' } },
    });
    for (const stream of [queue, mine]) await stream.return(undefined);
  });

  it('tells nobody of a queue that is not theirs', async () => {
    const rival = employee(8, {
      scopes: ['projects:read', 'projects:time:approve'],
      conditions: { 'projects:time:approve': [] },
    });
    const query = 'subscription { told: timeApprovalsChanged { kind node { id } } }';
    const [theirs, his] = [rival, manager].map((who) => time.house.as(who).subscribe(query));
    const silent = theirs?.next();
    const heard = his?.next();
    await time.handIn(anna, { projectId: own, date: '2026-11-12' });
    await heard;
    const quiet = Symbol('quiet');
    expect(await Promise.race([silent, Promise.resolve(quiet)])).toBe(quiet);
    void theirs?.return(undefined);
    await his?.return(undefined);
  });

  it('hides time from clients and from other tenants', async () => {
    const id = await time.log(anna, { projectId: own });
    const query = `{ timeEntry(id: "${id}") { id } timeEntries { totalCount } }`;
    const nothing = { timeEntry: null, timeEntries: { totalCount: 0 } };
    expect(await time.ask(clientUser(clientId, ['projects:read']), query)).toEqual(nothing);
    expect(await time.ask(stranger, query)).toEqual(nothing);
    expect(await time.ask(employee(6), query)).toEqual(nothing);
  });
});

describe('references', () => {
  it('of a hundred entries take a handful of statements', async () => {
    const ids: string[] = [];
    for (let day = 2; day <= 6; day++) {
      for (let i = 0; i < 4; i++) {
        ids.push(await time.log(worker, { projectId, date: `2026-11-0${day}`, minutes: 10 }));
      }
    }
    const representations = Array.from({ length: 100 }, (_, i) => ({
      __typename: 'TimeEntry',
      id: ids[i % ids.length],
    }));
    const read = jest.spyOn(ReadSession.prototype, 'sql');
    const { _entities } = await time.ask<{ _entities: object[] }>(
      worker,
      `query($representations: [_Any!]!) { _entities(representations: $representations) {
         ... on TimeEntry { id minutes project { id } user { id } timesheet { week } viewerCanEdit } } }`,
      { representations },
    );
    const statements = read.mock.calls.length;
    read.mockRestore();
    expect(_entities).toHaveLength(100);
    expect(_entities[0]).toMatchObject({
      minutes: 10,
      project: { id: projectId },
      viewerCanEdit: true,
    });
    expect(statements).toBeLessThanOrEqual(4);
  });
});

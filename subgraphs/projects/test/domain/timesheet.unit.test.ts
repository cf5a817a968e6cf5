import { describe, expect, it } from '@jest/globals';
import { encodeId, money } from '@nexus/kit/domain';
import { decisionContext, specification } from '@nexus/kit/testing';
import type { EntryFacts } from '../../src/domain/time-entry.js';
import type { ProjectTimeFacts } from '../../src/domain/time-entry.rules.js';
import { type TimesheetEvent, timesheet } from '../../src/domain/timesheet.aggregate.js';

const userId = encodeId('User', '0198c0de-0000-7000-8000-000000000077');
const manager = { type: 'user', id: 'usr_manager' } as const;
const person = { type: 'user', id: userId } as const;
const timesheetId = decisionContext().newId('Timesheet');
const week = '2026-W47';
const rate = money(12_000, 'EUR');
const cost = money(6_000, 'EUR');

const work: EntryFacts = {
  projectId: 'prj_1',
  clientId: 'cli_1',
  taskId: null,
  taskTitle: null,
  date: '2026-11-16',
  minutes: 90,
  billable: true,
  note: 'Workshop',
};
const project: ProjectTimeFacts = {
  closedOn: null,
  billable: true,
  membership: { since: '2026-01-01', until: null },
};
const names = { entryId: 'tim_1', userId };
const ids = { ...names, projectId: 'prj_1', clientId: 'cli_1' };

const opened: TimesheetEvent = { type: 'TimesheetOpened', data: { timesheetId, userId, week } };
const added = (entryId = 'tim_1', minutes = 90): TimesheetEvent => ({
  type: 'TimeEntryAdded',
  data: {
    ...work,
    minutes,
    entryId,
    userId,
    timesheetId,
    week,
    origin: 'LOGGED',
    autoStopped: false,
  },
});
const submitted = (...entries: string[]): TimesheetEvent => ({
  type: 'TimesheetSubmitted',
  data: {
    timesheetId,
    userId,
    week,
    entries: entries.map((entryId) => ({ entryId, projectId: 'prj_1', minutes: 90 })),
  },
});
const approved = (version = 1): TimesheetEvent => ({
  type: 'TimeEntryApproved',
  data: { ...work, ...names, rate, cost, version },
});
const rejected: TimesheetEvent = { type: 'TimeEntryRejected', data: { ...ids, reason: 'Which?' } };
const unapproved: TimesheetEvent = { type: 'TimeEntryUnapproved', data: ids };
const billing = (type: 'TimeEntryReserved' | 'TimeEntryInvoiced' | 'TimeEntryReleased') =>
  ({ type, data: { ...ids, invoiceId: 'inv_1' } }) satisfies TimesheetEvent;

const log = (entry: Partial<EntryFacts> = {}, facts: Partial<ProjectTimeFacts> = {}) =>
  ({
    type: 'log',
    entryId: 'tim_1',
    userId,
    entry: { ...work, ...entry },
    project: { ...project, ...facts },
  }) as const;
const at = (entryId = 'tim_1') => ({ entryId, path: ['ids', '0'] });
const approve = { type: 'approve', entries: [{ ...at(), rate, cost }] } as const;
const handedIn = [opened, added(), submitted('tim_1')];
const sheet = specification(timesheet);

describe('logging time', () => {
  it('opens the week with its first entry', () =>
    sheet.given().when(log()).then([opened, added()]));

  it('adds to an open week', () => sheet.given(opened).when(log()).then([added()]));

  it('counts whole minutes from one', async () => {
    await sheet
      .given()
      .when(log({ minutes: 0 }))
      .thenRefused('TIME_MINUTES_INVALID', ['minutes']);
    await sheet
      .given()
      .when(log({ minutes: -5 }))
      .thenRefused('TIME_MINUTES_INVALID');
  });

  it('takes a day that has begun somewhere on earth, and no later one', async () => {
    const now = '2026-11-16T10:30:00Z';
    await sheet
      .given()
      .when(log({ date: '2026-11-17' }), { now })
      .then((decision) => expect(decision.ok).toBe(true));
    await sheet
      .given()
      .when(log({ date: '2026-11-18' }), { now })
      .thenRefused('TIME_IN_FUTURE', ['date']);
  });

  it('goes back thirty days', async () => {
    await sheet
      .given()
      .when(log({ date: '2026-10-16' }))
      .thenRefused('TIME_TOO_OLD', ['date']);
    await sheet
      .given()
      .when(log({ date: '2026-10-17' }))
      .then((decision) => expect(decision.ok).toBe(true));
  });

  it('needs a member on that day', async () => {
    await sheet
      .given()
      .when(log({}, { membership: { since: '2026-11-17', until: null } }))
      .thenRefused('NOT_MEMBER_ON_DATE', ['date']);
    await sheet
      .given()
      .when(log({}, { membership: { since: '2026-01-01', until: '2026-11-15' } }))
      .thenRefused('NOT_MEMBER_ON_DATE', ['date']);
    await sheet
      .given()
      .when(log({}, { membership: null }))
      .thenRefused('NOT_MEMBER_ON_DATE', ['projectId']);
  });

  it('ends with the project, and two weeks later for good', async () => {
    await sheet
      .given()
      .when(log({}, { closedOn: '2026-11-16' }))
      .then((decision) => expect(decision.ok).toBe(true));
    await sheet
      .given()
      .when(log({}, { closedOn: '2026-11-15' }))
      .thenRefused('TIME_LOCKED', ['date']);
    await sheet
      .given()
      .when(log({ date: '2026-10-30' }, { closedOn: '2026-11-01' }))
      .thenRefused('PROJECT_CLOSED_READONLY', ['projectId']);
  });

  it('bills nothing of a project that cannot be billed', () =>
    sheet
      .given()
      .when(log({}, { billable: false }))
      .thenRefused('INPUT_INVALID', ['billable']));

  it('holds a day to its minutes', async () => {
    const day = [opened, added('tim_0', 1430)];
    await sheet
      .given(day)
      .when(log({ minutes: 11 }))
      .thenRefused('TIME_OVER_24H', ['minutes']);
    await sheet
      .given(day)
      .when(log({ minutes: 10 }))
      .thenWarns('TIME_LONG_DAY');
  });

  it('knows the days on which clocks change', async () => {
    const short = { now: '2026-03-30T12:00:00Z' };
    await sheet
      .given()
      .when(log({ date: '2026-03-29', minutes: 1381 }), short)
      .thenRefused('TIME_OVER_24H');
    const long = { now: '2026-10-26T12:00:00Z' };
    await sheet
      .given()
      .when(log({ date: '2026-10-25', minutes: 1500 }), long)
      .thenWarns('TIME_LONG_DAY');
  });
});

describe('what a timer measured', () => {
  const record = (minutes: number) =>
    ({
      type: 'record',
      entryId: 'tim_1',
      userId,
      entry: { ...work, minutes },
      available: 1440,
      autoStopped: false,
    }) as const;

  it('is cut where the day is full', async () => {
    const day = [opened, added('tim_0', 1400)];
    await sheet.given(day).when(record(60)).thenWarns('TIME_OVER_24H');
    await sheet
      .given(day)
      .when(record(60))
      .then((decision) => {
        expect(decision.ok && decision.events[0]?.data).toMatchObject({
          minutes: 40,
          origin: 'TIMER',
        });
      });
  });

  it('is nothing where the day holds no minute more', () =>
    sheet.given(opened, added('tim_0', 1440)).when(record(60)).then([]));
});

describe('editing', () => {
  const edit = {
    type: 'edit',
    entryId: 'tim_1',
    entry: { ...work, minutes: 30 },
    project,
  } as const;
  const changed: TimesheetEvent = {
    type: 'TimeEntryChanged',
    data: { ...names, ...work, minutes: 30 },
  };

  it('changes a draft', () => sheet.given(opened, added()).when(edit).then([changed]));

  it('does not count the entry itself against its day', () =>
    sheet.given(opened, added('tim_1', 1440)).when(edit).then([changed]));

  it('makes a rejected entry a draft, which can be handed in again', async () => {
    await sheet.given(handedIn, rejected).when(edit).then([changed]);
    await sheet
      .given(handedIn, rejected, changed)
      .when({ type: 'submit' })
      .then((decision) => expect(decision.ok).toBe(true));
  });

  it('leaves alone what was handed in, approved or invoiced', async () => {
    await sheet.given(handedIn).when(edit).thenRefused('TIME_LOCKED', ['id']);
    await sheet.given(handedIn, approved()).when(edit).thenRefused('TIME_LOCKED');
    const invoiced = [...handedIn, approved(), billing('TimeEntryInvoiced')];
    await sheet.given(invoiced).when(edit).thenRefused('TIME_LOCKED');
    const remove = { type: 'delete', entryId: 'tim_1', cause: 'DELETED' } as const;
    await sheet.given(handedIn).when(remove).thenRefused('TIME_LOCKED');
  });

  it('deletes a draft once', async () => {
    const remove = { type: 'delete', entryId: 'tim_1', cause: 'DELETED' } as const;
    const deleted: TimesheetEvent = {
      type: 'TimeEntryDeleted',
      data: { ...ids, cause: 'DELETED' },
    };
    await sheet.given(opened, added()).when(remove).then([deleted]);
    await sheet.given(opened, added(), deleted).when(remove).thenRefused('NOT_FOUND', ['id']);
  });
});

describe('handing in', () => {
  it('hands in every draft, and later ones again', async () => {
    await sheet
      .given(opened, added())
      .when({ type: 'submit' })
      .then([submitted('tim_1')]);
    await sheet
      .given(handedIn, added('tim_2'))
      .when({ type: 'submit' })
      .then([submitted('tim_2')]);
  });

  it('needs something to hand in', async () => {
    await sheet.given().when({ type: 'submit' }).thenRefused('TIMESHEET_EMPTY', ['week']);
    await sheet.given(handedIn).when({ type: 'submit' }).thenRefused('TIMESHEET_EMPTY');
    await sheet.given(handedIn, rejected).when({ type: 'submit' }).thenRefused('TIMESHEET_EMPTY');
  });
});

describe('approval', () => {
  it('fixes price and cost', () =>
    sheet.given(handedIn).when(approve, { actor: manager }).then([approved()]));

  it('is not for one’s own time', () =>
    sheet
      .given(handedIn)
      .when(approve, { actor: person })
      .thenRefused('SELF_APPROVAL', ['ids', '0']));

  it('needs the entry to be handed in', () =>
    sheet
      .given(opened, added())
      .when(approve, { actor: manager })
      .thenRefused('TIME_NOT_SUBMITTED', ['ids', '0']));

  it('changes nothing the second time', () =>
    sheet.given(handedIn, approved()).when(approve, { actor: manager }).then([]));

  it('needs a cost, and a price for what is billed', async () => {
    const without = (missing: 'rate' | 'cost') =>
      ({ type: 'approve', entries: [{ ...at(), rate, cost, [missing]: null }] }) as const;
    await sheet
      .given(handedIn)
      .when(without('rate'), { actor: manager })
      .thenRefused('RATE_MISSING');
    await sheet
      .given(handedIn)
      .when(without('cost'), { actor: manager })
      .thenRefused('RATE_MISSING');
  });

  it('takes all or none', () =>
    sheet
      .given(handedIn)
      .when(
        { type: 'approve', entries: [...approve.entries, { ...at('tim_9'), rate, cost }] },
        { actor: manager },
      )
      .thenRefused('NOT_FOUND', ['ids', '0']));

  it('counts its versions', () =>
    sheet
      .given(handedIn, approved(), unapproved)
      .when(approve, { actor: manager })
      .then([approved(2)]));

  it('rejects with a reason, handed-in entries only', async () => {
    const reject = { type: 'reject', entries: [at()], reason: 'Which?' } as const;
    await sheet.given(handedIn).when(reject, { actor: manager }).then([rejected]);
    await sheet.given(handedIn, rejected).when(reject, { actor: manager }).then([]);
    await sheet
      .given(handedIn, approved())
      .when(reject, { actor: manager })
      .thenRefused('TIME_NOT_SUBMITTED');
    await sheet.given(handedIn).when(reject, { actor: person }).thenRefused('SELF_APPROVAL');
  });

  it('is taken back until an invoice holds the entry', async () => {
    const unapprove = { type: 'unapprove', entries: [at()] } as const;
    const past = [...handedIn, approved()];
    await sheet.given(past).when(unapprove, { actor: manager }).then([unapproved]);
    await sheet.given(handedIn).when(unapprove, { actor: manager }).then([]);
    await sheet
      .given(opened, added())
      .when(unapprove, { actor: manager })
      .thenRefused('TIME_NOT_APPROVED');
    const reserved = [...past, billing('TimeEntryReserved')];
    await sheet.given(reserved).when(unapprove, { actor: manager }).thenRefused('TIME_LOCKED');
    await sheet
      .given(past, billing('TimeEntryInvoiced'))
      .when(unapprove, { actor: manager })
      .thenRefused('TIME_LOCKED', ['ids', '0']);
    await sheet
      .given(reserved, billing('TimeEntryReleased'))
      .when(unapprove, { actor: manager })
      .then([unapproved]);
  });
});

describe('following billing', () => {
  const follow = (type: 'reserve' | 'invoice' | 'release', invoiceId = 'inv_1') =>
    ({ type, entryIds: ['tim_1', 'tim_unknown'], invoiceId }) as const;
  const past = [...handedIn, approved()];

  it('reserves, invoices and releases, each once', async () => {
    await sheet
      .given(past)
      .when(follow('reserve'))
      .then([billing('TimeEntryReserved')]);
    await sheet.given(past, billing('TimeEntryReserved')).when(follow('reserve')).then([]);
    await sheet
      .given(past)
      .when(follow('invoice'))
      .then([billing('TimeEntryInvoiced')]);
    await sheet.given(past, billing('TimeEntryInvoiced')).when(follow('invoice')).then([]);
    await sheet
      .given(past, billing('TimeEntryInvoiced'))
      .when(follow('release'))
      .then([billing('TimeEntryReleased')]);
    await sheet.given(past).when(follow('release')).then([]);
  });

  it('is released by the invoice that holds it only', () =>
    sheet.given(past, billing('TimeEntryInvoiced')).when(follow('release', 'inv_2')).then([]));

  it('does not reserve what was un-approved in between', () =>
    sheet.given(past, unapproved).when(follow('reserve')).then([]));

  it('makes what was finalized invoiced, un-approved in between or not', () =>
    sheet
      .given(past, unapproved)
      .when(follow('invoice'))
      .then([billing('TimeEntryInvoiced')]));
});

import { describe, expect, it } from '@jest/globals';
import type { HomeInvoiceFragment } from '../src/features/home/home-invoice.generated.js';
import type { HomeProjectFragment } from '../src/features/home/home-project.generated.js';
import type { HomeTaskFragment } from '../src/features/home/home-task.generated.js';
import { newsOf } from '../src/features/home/news.js';
import { type Overview, overviewIn } from '../src/features/home/overview.js';
import { waitingFor } from '../src/features/home/waiting.js';

const reader = { userId: 'usr_me', today: '2026-11-21' };
const nothing: Overview = { due: [], recent: [], projects: [], tasks: [] };
const invoice = (part: Partial<HomeInvoiceFragment>) =>
  ({ id: 'inv_1', issueDate: null, paidAt: null, ...part }) as HomeInvoiceFragment;

function project(...milestones: Partial<HomeProjectFragment['milestones'][number]>[]) {
  return {
    id: 'prj_1',
    name: 'Harbour crane',
    milestones: milestones.map((milestone, place) => ({
      id: `mil_${place}`,
      status: 'PLANNED',
      reachedOn: null,
      ...milestone,
    })),
  } as unknown as HomeProjectFragment;
}

function task(part: { by?: string; at?: string; body?: string | null; completedAt?: string }) {
  const { by = 'usr_mara', at = '2026-11-20T09:00:00Z', body = 'Ready', completedAt = null } = part;
  return {
    id: 'tsk_1',
    completedAt,
    comments: { nodes: [{ id: 'cmt_1', body, createdAt: at, author: { id: by, name: by } }] },
  } as unknown as HomeTaskFragment;
}

describe('what waits', () => {
  it('is nothing where nothing does', () => {
    expect(waitingFor(nothing, reader)).toEqual([]);
  });

  it('is to pay first, then to answer, then to expect', () => {
    const overview = {
      ...nothing,
      due: [invoice({ id: 'inv_late' }), invoice({ id: 'inv_later' })],
      tasks: [task({})],
      projects: [project({ due: '2026-11-30' })],
    };
    expect(waitingFor(overview, reader).map(({ kind }) => kind)).toEqual([
      'invoice',
      'invoice',
      'comment',
      'milestone',
    ]);
  });

  it.each([
    ['said by somebody else of late', {}, 1],
    ['said by the reader', { by: 'usr_me' }, 0],
    ['taken back', { body: null }, 0],
    ['old', { at: '2026-11-06T09:00:00Z' }, 0],
  ])('of words %s', (_, part, count) => {
    expect(waitingFor({ ...nothing, tasks: [task(part)] }, reader)).toHaveLength(count);
  });

  it('of milestones are those that are planned and near, the nearest first', () => {
    const overview = {
      ...nothing,
      projects: [
        project(
          { id: 'far', due: '2026-12-06' },
          { id: 'second', due: '2026-12-05' },
          { id: 'first', due: '2026-11-21' },
          { id: 'reached', due: '2026-11-22', status: 'REACHED' },
          { id: 'missed', due: '2026-11-20', status: 'MISSED' },
        ),
      ],
    };
    const found = waitingFor(overview, reader).flatMap((one) =>
      one.kind === 'milestone' ? [one.milestone.id] : [],
    );
    expect(found).toEqual(['first', 'second']);
  });
});

describe('what changed', () => {
  it('is told newest first, each thing that happened by itself', () => {
    const overview = {
      ...nothing,
      recent: [invoice({ issueDate: '2026-11-02', paidAt: '2026-11-19T10:00:00Z' })],
      tasks: [task({ completedAt: '2026-11-18T10:00:00Z' })],
      projects: [project({ due: '2026-11-20', status: 'REACHED', reachedOn: '2026-11-20' })],
    };
    expect(newsOf(overview, reader.today).map(({ kind, day }) => [kind, day])).toEqual([
      ['reached', '2026-11-20'],
      ['paid', '2026-11-19'],
      ['done', '2026-11-18'],
      ['issued', '2026-11-02'],
    ]);
  });

  it('leaves out what is old, and more than ten', () => {
    const old = invoice({ issueDate: '2026-10-06' });
    expect(newsOf({ ...nothing, recent: [old] }, reader.today)).toEqual([]);
    const many = Array.from({ length: 12 }, (_, place) =>
      invoice({ id: `inv_${place}`, issueDate: '2026-11-02' }),
    );
    expect(newsOf({ ...nothing, recent: many }, reader.today)).toHaveLength(10);
  });
});

it('takes what the graph could not give for nothing', () => {
  expect(overviewIn({ due: null, recent: null, projects: null, tasks: null })).toEqual(nothing);
});

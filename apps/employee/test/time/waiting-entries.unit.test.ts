import { describe, expect, it } from '@jest/globals';
import type { OutboxItem } from '@nexus/ui/offline/outbox.types';
import { pendingId } from '@nexus/ui/offline/pending-id';
import { withWaiting } from '../../src/features/time/waiting-entries.js';
import { crane, entry, grease } from './entries.js';

const item = (
  name: string,
  input: Readonly<Record<string, unknown>>,
  more: Partial<OutboxItem> = {},
): OutboxItem => ({ key: 'k1', name, variables: { input }, madeAt: 0, state: 'waiting', ...more });

const log = (more: Partial<OutboxItem> = {}) =>
  item(
    'TimeEntryLog',
    { projectId: 'prj_crane', taskId: 'tsk_1', date: '2026-11-17', minutes: 45 },
    more,
  );

describe('what waits to be sent', () => {
  it('is shown as it will be', () => {
    const [made] = withWaiting([], [log()], [grease]);
    expect(made).toMatchObject({
      ...{ id: pendingId('k1'), date: '2026-11-17', minutes: 45, status: 'DRAFT' },
      ...{ work: grease, isWaiting: true, viewerCanEdit: true },
    });
  });

  it('is not shown twice once the graph has it, whichever a screen hears of first', () => {
    const sent = log({ state: 'sent', answeredId: 'ten_9' });
    const known = entry({ id: 'ten_9', minutes: 45 });
    expect(withWaiting([known], [sent], [crane])).toEqual([known]);
    expect(withWaiting([], [sent], [crane])).toMatchObject([{ id: 'ten_9', isWaiting: false }]);
  });

  it('changes and deletes what is there, and what itself still waits', () => {
    const edit = item('TimeEntryEdit', { id: 'ten_1', minutes: 15, note: 'x' }, { key: 'k2' });
    const rejected = entry({ status: 'REJECTED', rejectionReason: 'No' });
    expect(withWaiting([rejected], [edit], [])).toMatchObject([
      { minutes: 15, note: 'x', billable: true, status: 'DRAFT', rejectionReason: null },
    ]);
    const gone = item('TimeEntryDelete', { id: 'ten_1' }, { key: 'k3' });
    expect(withWaiting([entry()], [edit, gone], [])).toEqual([]);
    const later = item('TimeEntryEdit', { id: pendingId('k1'), minutes: 20 }, { key: 'k4' });
    expect(withWaiting([], [log(), later], [])).toMatchObject([{ minutes: 20 }]);
  });

  it('is as it was where it was refused', () => {
    expect(withWaiting([entry()], [log({ state: 'refused' })], [])).toEqual([entry()]);
  });

  it('has a place also where nothing is known of its work', () => {
    expect(withWaiting([], [log()], [])).toMatchObject([
      { work: { projectId: 'prj_crane', task: { id: 'tsk_1' } } },
    ]);
  });

  it('ignores what others have in the outbox', () => {
    expect(withWaiting([entry()], [item('TaskCommentAdd', { taskId: 'x' })], [])).toEqual([
      entry(),
    ]);
  });
});

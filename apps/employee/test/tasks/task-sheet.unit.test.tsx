/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../ui/test/support/axe.js';
import { ADA } from '../../../ui/test/support/open-screen.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const bo = { id: 'usr_bo', name: 'Bo Didley' };
const project = {
  ...{ id: 'prj_1', name: 'Hull', code: 'ACM-1' },
  ...{ members: [{ user: ADA.user }, { user: bo }], milestones: [{ id: 'mst_1', name: 'Launch' }] },
};
const caulk = {
  ...{ id: 'tsk_1', number: 'ACM-7', title: 'Caulk the hull', project, version: 3 },
  ...{ priority: 'MEDIUM', estimateMinutes: 90, loggedMinutes: 30, assignees: [] },
};
const open = async (facts: object = {}, world: object = {}) => {
  const task = facts === NONE ? null : { ...caulk, ...facts };
  const opened = await openEmployee('/?task=tsk_1', { task, ...world });
  const sheet = within(await screen.findByRole('dialog'));
  return { ...opened, sheet };
};
const NONE = {};

describe('a task in full', () => {
  it('is a dialog by its number, with parts under headings, and without a fault for axe', async () => {
    const { sheet } = await open({ checklist: [{ id: 'c1', text: 'Tar', checked: true }] });
    expect(await screen.findByRole('dialog', { name: /Task ACM-7/ })).toBeTruthy();
    const headings = sheet.getAllByRole('heading', { level: 3 }).map((one) => one.textContent);
    expect(headings).toEqual(expect.arrayContaining(['Checklist', 'Time', 'Comments']));
    expect(await violationsIn(screen.getByRole('dialog'))).toEqual([]);
  });

  it('says so where there is none within reach', async () => {
    const { sheet } = await open(NONE);
    expect(await sheet.findByText('There is no such task')).toBeTruthy();
  });

  it('is only read by whoever may not change it', async () => {
    const { sheet } = await open();
    const title = await sheet.findByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });
    expect(title.readOnly).toBe(true);
    expect(sheet.getByRole<HTMLInputElement>('textbox', { name: /Due/ }).disabled).toBe(true);
    expect(sheet.queryByRole('textbox', { name: 'New step' })).toBeNull();
    expect(sheet.queryByRole('button', { name: 'Start timer' })).toBeNull();
  });

  it('closes by Escape, and its address with it', async () => {
    const { user, sheet } = await open();
    await sheet.findByRole('textbox', { name: 'Title' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.location.search).toBe('');
  });
});

describe('changing a task in place', () => {
  it('saves a title by Enter, and gives up a changed one by its button', async () => {
    const { user, sheet, sent } = await open({ viewerCanUpdate: true });
    const title = await sheet.findByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });
    await user.type(title, ' again');
    await user.click(sheet.getByRole('button', { name: 'Discard' }));
    expect(title.value).toBe('Caulk the hull');
    await user.type(title, '!{Enter}');
    await waitFor(() =>
      expect(sent('TaskUpdate')).toEqual({ id: 'tsk_1', title: 'Caulk the hull!' }),
    );
  });

  it('keeps what was typed, and says why, where the graph refuses', async () => {
    const taskUpdate = refused('Shorter, please.', 'title');
    const { user, sheet } = await open({ viewerCanUpdate: true }, { taskUpdate });
    const title = await sheet.findByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });
    await user.type(title, ' x{Enter}');
    expect(await sheet.findByText('Shorter, please.')).toBeTruthy();
    expect(title.value).toBe('Caulk the hull x');
    await user.click(sheet.getByRole('button', { name: 'Discard' }));
  });

  it('saves a fact as soon as it is chosen, and shows it before the graph has answered', async () => {
    const { user, sheet, sent } = await open({ viewerCanUpdate: true });
    await user.click(await sheet.findByRole('combobox', { name: /Priority/ }));
    await user.click(await screen.findByRole('option', { name: 'Urgent' }));
    await waitFor(() => expect(sent('TaskUpdate')).toEqual({ id: 'tsk_1', priority: 'URGENT' }));
    await user.click(sheet.getByRole('combobox', { name: /Milestone/ }));
    await user.click(await screen.findByRole('option', { name: 'Launch' }));
    await waitFor(() => expect(sent('TaskUpdate')).toEqual({ id: 'tsk_1', milestoneId: 'mst_1' }));
  });

  it('reads an estimate as people write it, once the field is left', async () => {
    const { user, sheet, sent } = await open({ viewerCanUpdate: true });
    const estimate = await sheet.findByRole('textbox', { name: /Estimate/ });
    await user.clear(estimate);
    await user.type(estimate, '2.5h');
    expect(sent('TaskUpdate')).toBeUndefined();
    await user.tab();
    await waitFor(() => expect(sent('TaskUpdate')).toEqual({ id: 'tsk_1', estimateMinutes: 150 }));
  });

  it('ticks a step at once, and takes the tick away where the graph refuses', async () => {
    const checklist = [{ id: 'c1', text: 'Tar', checked: false }];
    const refusal = Promise.withResolvers<object>();
    const world = { checklistItemToggle: () => refusal.promise };
    const { user, sheet, sent } = await open({ viewerCanUpdate: true, checklist }, world);
    const step = await sheet.findByRole('checkbox', { name: 'Tar' });
    await user.click(step);
    await waitFor(() => expect(step.getAttribute('aria-checked')).toBe('true'));
    expect(sent('ChecklistToggle')).toMatchObject({
      ...{ taskId: 'tsk_1', itemId: 'c1', checked: true, idempotencyKey: expect.any(String) },
    });
    refusal.resolve(refused('It is archived.'));
    expect(await screen.findByText('It is archived.')).toBeTruthy();
    await waitFor(() => expect(step.getAttribute('aria-checked')).toBe('false'));
  });

  it('adds a step by Enter, and none where nothing is written', async () => {
    const { user, sheet, sent } = await open({ viewerCanUpdate: true });
    const step = await sheet.findByRole<HTMLInputElement>('textbox', { name: 'New step' });
    await user.type(step, '  {Enter}');
    expect(sent('ChecklistAdd')).toBeUndefined();
    await user.type(step, 'Oakum {Enter}');
    await waitFor(() => expect(sent('ChecklistAdd')).toMatchObject({ text: 'Oakum' }));
    await waitFor(() => expect(step.value).toBe(''));
  });
});

describe('commands of a task', () => {
  it('completes it at a key, and opens it again by undo', async () => {
    const { user, sheet, sent } = await open({ viewerCanComplete: true });
    await sheet.findByRole('button', { name: 'Complete' });
    await user.keyboard('d');
    await screen.findByText('Completed');
    expect(sent('TaskComplete')).toEqual({ id: 'tsk_1' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent('TaskReopen')).toEqual({ id: 'tsk_1' }));
  });

  it('leaves the keys to whoever writes', async () => {
    const { user, sheet, sent } = await open({ viewerCanComplete: true, viewerCanUpdate: true });
    await user.type(await sheet.findByRole('textbox', { name: 'New step' }), 'dbi');
    expect(sent('TaskComplete')).toBeUndefined();
  });

  it('asks why it is blocked, and does nothing where nobody says', async () => {
    const { user, sheet, sent } = await open({ viewerCanBlock: true });
    await user.click(await sheet.findByRole('button', { name: 'Block' }));
    const why = () => screen.findByRole('dialog', { name: 'Why can it not go on?' });
    await user.click(within(await why()).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /Reason/ })).toBeNull());
    expect(sent('TaskBlock')).toBeUndefined();
    await user.click(await sheet.findByRole('button', { name: 'Block' }));
    const dialog = within(await why());
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'No oakum');
    await user.click(dialog.getByRole('button', { name: 'Block' }));
    await waitFor(() => expect(sent('TaskBlock')).toEqual({ id: 'tsk_1', reason: 'No oakum' }));
  });

  it('takes it beside whoever has it, on the version that was read', async () => {
    const { user, sheet, sent } = await open({ viewerCanAssign: true, assignees: [bo] });
    await user.click(await sheet.findByRole('button', { name: 'Assign to me' }));
    await waitFor(() =>
      expect(sent('TaskAssign')).toEqual({
        ...{ id: 'tsk_1', userIds: ['usr_bo', 'usr_ada'], expectedVersion: 3 },
      }),
    );
  });
});

describe('what is said about a task', () => {
  const comment = {
    ...{ id: 'cmt_1', body: 'Smells good', createdAt: '2026-11-20T09:00:00Z', author: bo },
    ...{ visibility: 'INTERNAL', task: { id: 'tsk_1' } },
  };

  it('is there in full, and grows with what somebody else says', async () => {
    const { sheet, tell } = await open({ comments: { nodes: [comment] } });
    await sheet.findByText('Smells good');
    const node = { ...comment, id: 'cmt_2', body: 'Of tar' };
    await tell('taskCommentChanged', { kind: 'CommentAdded', node });
    expect(await sheet.findByText('Of tar')).toBeTruthy();
    await tell('taskCommentChanged', { kind: 'CommentAdded', node });
    expect(sheet.getAllByText('Of tar')).toHaveLength(1);
  });

  it('says that nobody has spoken yet', async () => {
    const { sheet } = await open();
    expect(await sheet.findByText('Nobody has said anything yet.')).toBeTruthy();
  });
});

describe('time on a task', () => {
  it('starts its timer, and says where another one runs', async () => {
    const runningTimer = {
      ...{ id: 'te_1', running: true, startedAt: '2026-11-21T08:00:00Z' },
      task: { id: 'tsk_9', number: 'ACM-9', loggedMinutes: 0, title: 'Other' },
    };
    const viewer = { ...ADA, id: 'viewer', user: { ...ADA.user, runningTimer } };
    const { user, sheet, sent } = await open({ viewerCanLogTime: true }, { viewer });
    await sheet.findByText('Your timer runs for ACM-9; starting here stops it there.');
    expect(sheet.getByText('0:30 / 1:30')).toBeTruthy();
    await user.click(sheet.getByRole('button', { name: 'Start timer' }));
    await waitFor(() =>
      expect(sent('TaskTimerStart')).toEqual({ projectId: 'prj_1', taskId: 'tsk_1' }),
    );
  });
});

/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../ui/test/support/axe.js';
import { openEmployee } from '../support/screen.js';

const hull = { id: 'prj_1', name: 'Hull', code: 'ACM-1' };
const bo = { id: 'usr_bo', name: 'Bo' };
const cy = { id: 'usr_cy', name: 'Cy' };
const entry = (id: string, user: object, date: string, facts: object = {}) => ({
  ...{ id, user, date, minutes: 60, project: hull, status: 'SUBMITTED', billable: true },
  ...{ viewerCanApprove: true, ...facts },
});
const three = [
  entry('a', bo, '2026-11-16'),
  entry('b', bo, '2026-11-17'),
  entry('c', cy, '2026-11-16', { project: { ...hull, id: 'prj_2', name: 'Mast' } }),
];
const open = (world: object = {}, at = '/approvals') =>
  openEmployee(at, { timeApprovals: { nodes: three }, ...world }, { canApproveTime: true });
const line = (name: RegExp) => screen.findByRole('checkbox', { name });
const isChosen = (box: HTMLElement) => box.getAttribute('aria-checked') === 'true';

describe('time that waits', () => {
  it('is grouped by person and week, every line with a name of its own', async () => {
    const { container } = await open();
    expect(await line(/^Hull, 16 Nov 2026, 1:00 h$/)).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /^All of Bo/ })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /^All of Cy/ })).toBeTruthy();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('is approved by keyboard alone: walk, choose, approve', async () => {
    const { user, sent } = await open();
    await line(/^Hull, 16 Nov/);
    await user.keyboard('jxjx');
    expect(isChosen(await line(/^Hull, 16 Nov/))).toBe(true);
    expect(isChosen(await line(/^Hull, 17 Nov/))).toBe(true);
    expect(screen.getByRole('region', { name: 'What is chosen' }).textContent).toContain(
      '2 entries, 2:00 h',
    );
    await user.keyboard('a');
    await waitFor(() => expect(sent('TimeEntryApprove')).toEqual({ ids: ['a', 'b'] }));
  });

  it('is chosen by person at a press, and given up at another', async () => {
    const { user } = await open();
    const all = await line(/^All of Bo/);
    await user.click(all);
    expect(isChosen(await line(/^Hull, 16 Nov/))).toBe(true);
    expect(isChosen(await line(/^Mast, 16 Nov/))).toBe(false);
    await user.click(all);
    expect(isChosen(await line(/^Hull, 16 Nov/))).toBe(false);
  });

  it('goes back to whoever worked it with a reason', async () => {
    const { user, sent } = await open();
    await user.click(await line(/^Mast, 16 Nov/));
    await user.click(screen.getByRole('button', { name: /^Reject/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Reject 1 entry?' }));
    await user.click(dialog.getByRole('button', { name: 'Reject' }));
    expect(sent('TimeEntryReject')).toBeUndefined();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Whose mast? ');
    await user.click(dialog.getByRole('button', { name: 'Reject' }));
    await waitFor(() =>
      expect(sent('TimeEntryReject')).toEqual({ ids: ['c'], reason: 'Whose mast?' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows at its line why one of several cannot be approved, and approves none', async () => {
    const error = { __typename: 'RuleViolation', code: 'FORBIDDEN', message: 'It is your own.' };
    const timeEntryApprove = { errors: [{ ...error, path: ['input', 'ids', '1'], rule: null }] };
    const { user } = await open({ timeEntryApprove });
    await user.click(await line(/^All of Bo/));
    await user.click(screen.getByRole('button', { name: /^Approve/ }));
    const item = (await line(/^Hull, 17 Nov/)).closest('li');
    await waitFor(() => expect(item?.textContent).toContain('It is your own.'));
    const other = (await line(/^Hull, 16 Nov/)).closest('li');
    expect(other?.textContent).not.toContain('It is your own.');
  });

  it('holds nothing that the viewer may not decide about', async () => {
    const own = entry('d', bo, '2026-11-18', { viewerCanApprove: false });
    await open({ timeApprovals: { nodes: [...three, own] } });
    await line(/^Hull, 17 Nov/);
    expect(screen.queryByRole('checkbox', { name: /^Hull, 18 Nov/ })).toBeNull();
  });

  it('is narrowed by person and project, from its address too', async () => {
    const { user } = await open({}, '/approvals?person=usr_cy');
    await line(/^Mast, 16 Nov/);
    expect(screen.queryByRole('checkbox', { name: /^Hull/ })).toBeNull();
    await user.click(screen.getByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: 'Everybody' }));
    await line(/^Hull, 16 Nov/);
    expect(window.location.search).toBe('');
  });

  it('says so where nothing waits, and where nothing matches how to see all', async () => {
    const first = await open({ timeApprovals: { nodes: [] } });
    await screen.findByText('Nothing waits for you');
    first.unmount();
    const { user } = await open({}, '/approvals?project=prj_9');
    await user.click(await screen.findByRole('button', { name: 'Show everything' }));
    expect(await line(/^Mast, 16 Nov/)).toBeTruthy();
  });
});

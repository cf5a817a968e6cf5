/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../ui/test/support/axe.js';
import { ADA } from '../../../ui/test/support/open-screen.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const keel = { id: 'mst_1', name: 'Keel laid', due: '2026-12-01', status: 'PLANNED' };
const hull = {
  ...{ id: 'prj_1', name: 'Hull', code: 'ACM-1', phase: 'EXECUTION', progress: 0.4, version: 3 },
  ...{ currency: 'EUR', start: '2026-01-01', manager: ADA.user, milestones: [keel] },
  members: [{ role: 'MANAGER', user: ADA.user }],
};
const open = (facts: object, world: object = {}) =>
  openEmployee('/projects/prj_1', { project: { ...hull, ...facts }, ...world });
const command = async (user: { click: (on: Element) => Promise<void> }, name: string) => {
  await user.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
};

describe('the page of a project', () => {
  it('has a name, who leads it, and its parts under headings', async () => {
    const { container } = await open({ viewerCanSeeInside: true });
    expect(await screen.findByRole('heading', { level: 1, name: /Hull/ })).toBeTruthy();
    await screen.findByRole('region', { name: 'Milestones' });
    expect(screen.getByRole('region', { name: 'People' }).textContent).toContain('Ada Byron');
    expect(screen.getByText(/Led by Ada Byron/)).toBeTruthy();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says so where there is none, or none for the viewer', async () => {
    await openEmployee('/projects/prj_9', { project: null });
    expect(await screen.findByText('There is no such project')).toBeTruthy();
  });

  it('offers nothing to whoever may do nothing', async () => {
    await open({});
    await screen.findByRole('region', { name: 'Milestones' });
    expect(screen.queryByRole('button', { name: 'More commands' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Add/ })).toBeNull();
    expect(screen.queryByText('Profitability')).toBeNull();
  });

  it('asks why it stops, and sends the reason without its edges', async () => {
    const held = { project: { ...hull, isOnHold: true, holdReason: 'Storm' } };
    const { user, sent } = await open({ viewerCanHold: true }, { projectHold: held });
    const dialog = within(await command(user, 'Put on hold'));
    expect(dialog.getByRole('heading', { name: 'Put Hull on hold?' })).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
    expect(sent('ProjectHold')).toBeUndefined();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), '  Storm ');
    await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('ProjectHold')).toEqual({ id: 'prj_1', reason: 'Storm' });
    expect(await screen.findByText(/On hold: Storm/)).toBeTruthy();
  });

  it('keeps the question open where the graph refuses, and says why at the field', async () => {
    const { user } = await open(
      { viewerCanCancel: true },
      { projectCancel: refused('Say more.', 'reason') },
    );
    const dialog = within(await command(user, 'Cancel the project'));
    expect(dialog.getByRole('button', { name: 'Not now' })).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'No');
    await user.click(dialog.getByRole('button', { name: 'Cancel the project' }));
    await dialog.findByText('Say more.');
    const field = dialog.getByRole('textbox', { name: /Reason/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
  });

  it('passes a gate that is not met only with a reason, by whoever may', async () => {
    const facts = { viewerCanChangePhase: true, gate: { to: 'REVIEW', isMet: false } };
    const { user, sent, unmount } = await open(facts);
    const barred = within(await command(user, 'Change the phase'));
    expect(barred.getByText('The gate to the next phase is not met yet.')).toBeTruthy();
    expect(barred.queryByRole('textbox', { name: /Pass the gate/ })).toBeNull();
    unmount();
    expect(sent('ProjectChangePhase')).toBeUndefined();
    const again = await open({ ...facts, viewerCanPassGate: true });
    const dialog = within(await command(again.user, 'Change the phase'));
    await again.user.type(dialog.getByRole('textbox', { name: /Pass the gate/ }), 'Agreed');
    await again.user.click(dialog.getByRole('button', { name: 'Change' }));
    await waitFor(() =>
      expect(again.sent('ProjectChangePhase')).toEqual({
        ...{ id: 'prj_1', to: 'REVIEW', overrideReason: 'Agreed' },
      }),
    );
  });

  it('changes its facts on the version that was read, and its budget only where it was changed', async () => {
    const budget = { kind: 'FIXED_PRICE', amount: eur('1000.00'), cost: eur('400.00') };
    const { user, sent } = await open({ viewerCanUpdate: true, viewerCanSeeFinance: true, budget });
    const edit = within(await command(user, 'Edit project'));
    await user.clear(edit.getByRole('textbox', { name: /Name/ }));
    await user.type(edit.getByRole('textbox', { name: /Name/ }), 'Deck');
    await user.click(edit.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('ProjectUpdate')).toMatchObject({
        id: 'prj_1',
        name: 'Deck',
        expectedVersion: 3,
      }),
    );
    expect(sent('ProjectUpdate')).not.toHaveProperty('budget');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = within(await command(user, 'Edit project'));
    await user.clear(again.getByRole('textbox', { name: /Budget/ }));
    await user.type(again.getByRole('textbox', { name: /Budget/ }), '1200');
    await user.click(again.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('ProjectUpdate')).toMatchObject({
        budget: { kind: 'FIXED_PRICE', amount: eur('1200.00'), cost: eur('400.00') },
      }),
    );
  });

  it('shows what it brings and costs to whoever may see money, and why', async () => {
    const explanation = {
      ...{
        rule: 'INVOICED_AND_UNBILLED',
        level: 'BELOW_TARGET',
        approvedMinutes: 600,
        billableMinutes: 480,
      },
      ...{ pendingMinutes: 90, invoiced: eur('800.00'), unbilled: eur('200.00') },
    };
    const profitability = {
      ...{ revenue: eur('1000.00'), cost: eur('700.00'), margin: eur('300.00') },
      ...{ marginPercent: 30, explanation },
    };
    await open({ viewerCanSeeFinance: true, viewerCanSeeInside: true, profitability });
    const profit = await screen.findByRole('region', { name: 'Profitability' });
    await waitFor(() => expect(profit.textContent).toContain('Below the target'));
    expect(profit.textContent).toMatch(/€1,000\.00/);
    expect(profit.textContent).toContain('Revenue less cost: 30% of revenue');
    expect(profit.textContent).toContain('1:30 h are handed in and not approved');
  });

  it('follows the project while it is looked at', async () => {
    const { tell } = await open({});
    await screen.findByRole('heading', { level: 1, name: /Hull/ });
    await tell('projectChanged', { kind: 'ProjectUpdated', node: { ...hull, name: 'Hull II' } });
    expect(await screen.findByRole('heading', { level: 1, name: /Hull II/ })).toBeTruthy();
  });
});

describe('milestones of a project', () => {
  it('are added with a day and, where money is seen, what they are worth', async () => {
    const facts = { viewerCanManageMilestones: true, viewerCanSeeFinance: true };
    const { user, sent } = await open(facts);
    const dialog = within(await command(user, 'Add a milestone'));
    await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'Launch');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(sent('MilestoneAdd')).toBeUndefined();
    await user.type(dialog.getByRole('textbox', { name: /Due/ }), '24/12/2026');
    await user.type(dialog.getByRole('textbox', { name: /Billed when reached/ }), '500');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(sent('MilestoneAdd')).toEqual({
        ...{ projectId: 'prj_1', name: 'Launch', due: '2026-12-24' },
        billableAmount: eur('500.00'),
      }),
    );
  });

  it('are moved with a reason, and reached on a day that is not ahead', async () => {
    const movable = { ...keel, viewerCanUpdate: true };
    const { user, sent } = await open({ milestones: [movable] });
    await user.click(await screen.findByRole('button', { name: 'Move milestone: Keel laid' }));
    const move = within(await screen.findByRole('dialog'));
    await user.type(move.getByRole('textbox', { name: /Reason/ }), 'Wood is late');
    await user.click(move.getByRole('button', { name: 'Move' }));
    await waitFor(() =>
      expect(sent('MilestoneReschedule')).toEqual({
        ...{ id: 'mst_1', due: '2026-12-01', reason: 'Wood is late' },
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Milestone reached: Keel laid' }));
    const reach = within(await screen.findByRole('dialog'));
    const on = reach.getByRole<HTMLInputElement>('textbox', { name: /Reached on/ });
    await user.clear(on);
    await user.type(on, '01/01/2099');
    await user.click(reach.getByRole('button', { name: 'Reached' }));
    expect(sent('MilestoneReach')).toBeUndefined();
    await user.clear(on);
    await user.type(on, '02/01/2026');
    await user.click(reach.getByRole('button', { name: 'Reached' }));
    await waitFor(() => expect(sent('MilestoneReach')).toEqual({ id: 'mst_1', on: '2026-01-02' }));
  });
});

/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { createRootRouteWithContext, createRoute, createRouter } from '@tanstack/react-router';
import { screen, waitFor, within } from '@testing-library/react';
import { FolderKanban, House } from 'lucide-react';
import { accountRouteOf } from '../../src/account/account-route.js';
import { PortalShell } from '../../src/shell/portal-shell.js';
import { routerDefaults } from '../../src/shell/router-defaults.js';
import type { PortalContext } from '../../src/shell/start-portal.js';
import { violationsIn } from '../support/axe.js';
import { ADA, openScreen } from '../support/open-screen.js';
import { refused, type World } from '../support/world.js';

const navigation = [
  { to: '/', labelKey: 'account:title', icon: House, shortcut: 'g h' },
  { to: '/other', labelKey: 'account:profile.title', icon: FolderKanban, shortcut: 'g o' },
] as never;

function router(context: PortalContext) {
  const root = createRootRouteWithContext<PortalContext>()({
    component: () => <PortalShell navigation={navigation} />,
  });
  const page = (path: string, words: string) =>
    createRoute({ getParentRoute: () => root, path, component: () => <h1>{words}</h1> });
  const routeTree = root.addChildren([
    page('/', 'First page'),
    page('/other', 'Other page'),
    accountRouteOf(root),
  ]);
  return createRouter({ ...routerDefaults, routeTree, basepath: '/try', context });
}
const open = (at: string, world: World = {}) =>
  openScreen({ app: 'ui', router: router as never, rules: {}, at: `/try${at}`, world });

describe('the frame of a portal', () => {
  it('leads by the tab key past the navigation, then through it, bar and page in this order', async () => {
    const { user, container } = await open('/');
    await screen.findByRole('heading', { name: 'First page' });
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Skip to the content' }));
    await user.tab();
    const main = screen.getByRole('navigation', { name: 'Main' });
    expect(main.contains(document.activeElement)).toBe(true);
    expect(document.activeElement?.getAttribute('aria-current')).toBe('page');
    await user.tab();
    await user.tab();
    expect(screen.getByRole('banner').contains(document.activeElement)).toBe(true);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('goes to a page by its keys', async () => {
    const { user } = await open('/');
    await screen.findByRole('heading', { name: 'First page' });
    await user.keyboard('go');
    expect(await screen.findByRole('heading', { name: 'Other page' })).toBeTruthy();
  });

  it('says so where there is no such page, and leads to the first', async () => {
    const { user } = await open('/nowhere');
    await screen.findByText('There is nothing here');
    await user.click(screen.getByRole('link', { name: 'Go to the start page' }));
    expect(await screen.findByRole('heading', { name: 'First page' })).toBeTruthy();
  });
});

describe('the command palette', () => {
  it('is opened by its keys, has the focus in its field, and goes where Enter says', async () => {
    const { user } = await open('/');
    await screen.findByRole('heading', { name: 'First page' });
    await user.keyboard('{Control>}k{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Commands' });
    const field = within(dialog).getByRole('combobox');
    expect(document.activeElement).toBe(field);
    expect(within(dialog).getAllByRole('option').length).toBeGreaterThan(2);
    expect(await violationsIn(dialog)).toEqual([]);
    await user.keyboard('prof{Enter}');
    expect(await screen.findByRole('heading', { name: 'Other page' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says so where nothing matches, and closes by Escape', async () => {
    const { user } = await open('/');
    await user.click(await screen.findByRole('button', { name: /Search commands/ }));
    await screen.findByRole('dialog', { name: 'Commands' });
    await user.keyboard('qqq');
    expect(await screen.findByText('No command matches.')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('heading', { name: 'First page' })).toBeTruthy();
  });
});

describe('the own account', () => {
  const profile = { email: 'ada@x.test', name: 'Ada Byron', locale: null, timeZone: null };
  const session = (id: string, facts: object = {}) => ({
    ...{ id, usedAt: '2026-11-21T09:00:00Z', device: { browser: 'Firefox', system: 'Linux' } },
    ...{ viewerCanEnd: true, ...facts },
  });
  const sessions = [session('ses_1', { current: true }), session('ses_2', { ip: '10.0.0.7' })];
  const viewer = { ...ADA, id: 'viewer', profile, sessions };

  it('takes a new name, and can be saved only once something was changed', async () => {
    const { user, sent } = await open('/account', { viewer });
    const save = await screen.findByRole<HTMLButtonElement>('button', { name: 'Save profile' });
    expect(save.disabled).toBe(true);
    await user.type(screen.getByRole('textbox', { name: /Name/ }), ' King');
    await user.click(save);
    await screen.findByText('Profile saved');
    expect(sent('ProfileUpdate')).toMatchObject({ name: 'Ada Byron King', timeZone: null });
    expect(save.disabled).toBe(true);
  });

  it('says at its field what is wrong with a password, and forgets both once it is taken', async () => {
    let answer: object = refused('Too short.', 'password');
    const { user, sent } = await open('/account', { viewer, passwordChange: () => answer });
    const present = await screen.findByLabelText<HTMLInputElement>(/Present password/);
    const next = screen.getByLabelText<HTMLInputElement>(/New password/);
    await user.type(present, 'old');
    await user.type(next, 'short');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await screen.findByText('Too short.');
    expect(next.getAttribute('aria-invalid')).toBe('true');
    expect(present.getAttribute('aria-invalid')).not.toBe('true');
    answer = {};
    await user.type(next, ' no longer, really');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await screen.findByText('Password changed');
    expect(sent('PasswordChange')).toMatchObject({ password: 'short no longer, really' });
    expect([present.value, next.value]).toEqual(['', '']);
  });

  it('ends another session and not this one, and asks anew which there are', async () => {
    const { user, sent, asked } = await open('/account', { viewer });
    const list = within(await screen.findByRole('region', { name: 'Signed in at' }));
    expect(list.getByText('here')).toBeTruthy();
    const ends = list.getAllByRole('button', { name: /^End(?! all)/ });
    expect(ends).toHaveLength(1);
    const before = asked.filter(({ name }) => name === 'Account').length;
    await user.click(ends[0] as HTMLElement);
    await screen.findByText('Signed out there');
    expect(sent('SessionEnd')).toEqual({ id: 'ses_2' });
    expect(asked.filter(({ name }) => name === 'Account').length).toBe(before + 1);
  });
});

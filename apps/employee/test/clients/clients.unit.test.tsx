/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { ADA } from '../../../ui/test/support/open-screen.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const acme = {
  ...{ id: 'cli_1', name: 'Acme', lifecycle: 'ACTIVE', segment: 'SMB', currency: 'EUR' },
  ...{ version: 4, owner: ADA.user, outstandingBalances: [eur('120.50')] },
};
const page = (...nodes: object[]) => ({ nodes, totalCount: nodes.length });
const open = (facts: object, world: object = {}) =>
  openEmployee('/clients/cli_1', { client: { ...acme, ...facts }, contacts: page(), ...world });
type Presser = { click: (on: Element) => Promise<void> };
const press = async (user: Presser, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));

describe('the list of clients', () => {
  it('shows what each owes, and whose it is', async () => {
    await openEmployee('/clients', { clients: page(acme, { ...acme, id: 'cli_2', name: 'Bolt' }) });
    const row = within(await screen.findByRole('row', { name: /Acme/ }));
    expect(row.getByText('€120.50')).toBeTruthy();
    expect(row.getByText('Ada Byron')).toBeTruthy();
    expect(screen.getByRole('status', { name: '' }).textContent).toBe('2 of 2 shown');
  });

  it('narrows by words, stage, owner and archive, all in the address', async () => {
    const { user, asked } = await openEmployee('/clients', { clients: page(acme) });
    await user.type(await screen.findByRole('searchbox'), 'ac');
    await waitFor(() => expect(window.location.search).toContain('search=ac'));
    await user.click(await screen.findByRole('checkbox', { name: 'Only mine' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Archived too' }));
    await waitFor(() => expect(window.location.search).toContain('archived=true'));
    await waitFor(() =>
      expect(asked.at(-1)?.variables).toMatchObject({
        ...{ search: 'ac', ownerId: { eq: 'usr_ada' }, includeArchived: true },
      }),
    );
  });

  it('leads from a search without a find back to all', async () => {
    const clients = ({ search }: { search?: string }) => (search ? page() : page(acme));
    const { user } = await openEmployee('/clients?search=zzz', { clients });
    await user.click(await screen.findByRole('link', { name: 'Show all clients' }));
    await screen.findByRole('link', { name: 'Acme' });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    // Longer than the pause after which a filter is told.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(window.location.search).toBe('');
  });

  it('leaves out of its address what is no stage', async () => {
    const { asked } = await openEmployee('/clients?lifecycle=DREAM', { clients: page(acme) });
    await screen.findByRole('link', { name: 'Acme' });
    expect(asked.find(({ name }) => name === 'ClientList')?.variables.lifecycle).toBeNull();
  });
});

describe('the page of a client', () => {
  it('shows what is known, and leaves out what is not', async () => {
    await open({ legalName: 'Acme GmbH', tags: ['key', 'old'] });
    const details = within(await screen.findByRole('region', { name: 'Details' }));
    expect(details.getByText('Acme GmbH')).toBeTruthy();
    expect(details.getByText('key, old')).toBeTruthy();
    expect(details.queryByText('VAT id')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Archive' })).toBeNull();
  });

  it('says so where there is none', async () => {
    await openEmployee('/clients/cli_9', { client: null, contacts: page() });
    expect(await screen.findByText('There is no such client')).toBeTruthy();
  });

  it('is changed on the version that was read; its stage by a command of its own', async () => {
    const { user, sent, asked } = await open({ viewerCanUpdate: true });
    await press(user, 'Edit client');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Street and number' }), '1 Quay');
    await user.type(dialog.getByRole('textbox', { name: 'Country' }), 'at');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('ClientUpdate')).toMatchObject({
        ...{ id: 'cli_1', expectedVersion: 4, vatId: null },
        address: { line1: '1 Quay', line2: null, country: 'AT' },
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.some(({ name }) => name === 'ClientChangeLifecycle')).toBe(false);
  });

  it('puts what is wrong with an address at its field', async () => {
    const clientUpdate = refused('No such country.', 'address', 'country');
    const { user } = await open({ viewerCanUpdate: true }, { clientUpdate });
    await press(user, 'Edit client');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Country' }), 'xx');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await dialog.findByText('No such country.');
    const field = dialog.getByRole('textbox', { name: 'Country' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('is archived at once, and brought back by undo', async () => {
    const { user, sent } = await open({ viewerCanArchive: true });
    await press(user, 'Archive');
    await screen.findByText('The client is archived.');
    expect(sent('ClientArchive')).toEqual({ id: 'cli_1' });
    await press(user, 'Undo');
    await waitFor(() => expect(sent('ClientRestore')).toEqual({ id: 'cli_1' }));
  });
});

describe('the people of a client', () => {
  const eve = { id: 'con_1', name: 'Eve', email: 'eve@acme.test', version: 2 };
  const withEve = (facts: object, world: object = {}) =>
    open({}, { contacts: page({ ...eve, ...facts }), ...world });
  const command = async (user: Presser, name: string) => {
    await press(user, 'Commands for Eve');
    await user.click(await screen.findByRole('menuitem', { name }));
  };

  it('have no commands where the viewer may do nothing', async () => {
    await withEve({});
    const list = within(await screen.findByRole('region', { name: 'Contacts' }));
    expect(list.getByRole('link', { name: 'eve@acme.test' }).getAttribute('href')).toBe(
      'mailto:eve@acme.test',
    );
    expect(list.queryByRole('button')).toBeNull();
  });

  it('are added with what is known, and nothing where nothing is', async () => {
    const { user, sent } = await open({ viewerCanAddContact: true });
    await press(user, 'New contact');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Name/ }), ' Eve ');
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(sent('ContactCreate')).toEqual({
        ...{ clientId: 'cli_1', name: 'Eve', email: null, phone: null, title: null },
        buyingRole: null,
      }),
    );
  });

  it('get the portal with the part that is chosen', async () => {
    const { user, sent } = await withEve({ viewerCanGrantPortalAccess: true });
    await command(user, 'Open the portal');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('An invitation goes to eve@acme.test.')).toBeTruthy();
    await user.click(dialog.getByRole('radio', { name: /Administrator/ }));
    await user.click(dialog.getByRole('checkbox', { name: 'Sees and pays invoices' }));
    await user.click(dialog.getByRole('button', { name: 'Open the portal' }));
    await waitFor(() =>
      expect(sent('PortalAccessGrant')).toEqual({
        ...{ contactId: 'con_1', role: 'CLIENT_ADMIN', billing: true },
      }),
    );
  });

  it('lose it at once, and get the same back by undo', async () => {
    const portalAccess = { role: 'CLIENT_ADMIN', billing: true };
    const { user, sent } = await withEve({ viewerCanRevokePortalAccess: true, portalAccess });
    await command(user, 'Close the portal');
    await screen.findByText('The portal is closed to them.');
    expect(sent('PortalAccessRevoke')).toEqual({ contactId: 'con_1' });
    await press(user, 'Undo');
    await waitFor(() =>
      expect(sent('PortalAccessGrant')).toEqual({ contactId: 'con_1', ...portalAccess }),
    );
  });

  it('are erased only for a reason, and what that means is said before', async () => {
    const contactErase = refused('At least 10 characters.', 'reason');
    const { user, sent } = await withEve({ viewerCanErase: true }, { contactErase });
    await command(user, 'Erase personal data');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getAllByRole('listitem')).toHaveLength(3);
    await user.click(dialog.getByRole('button', { name: 'Erase for good' }));
    expect(sent('ContactErase')).toBeUndefined();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Asked');
    await user.click(dialog.getByRole('button', { name: 'Erase for good' }));
    expect(await dialog.findByText('At least 10 characters.')).toBeTruthy();
    expect(sent('ContactErase')).toEqual({ id: 'con_1', reason: 'Asked' });
  });
});

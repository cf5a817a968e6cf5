import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientUser, openTestHouse, staff, type TestHouse } from '@nexus/kit/testing';
import { crm } from '../src/index.js';

const manager = staff(['crm:read', 'crm:write', 'crm:erase']);
const ANSWER = '{ contact { id portalAccess { role billing } } errors { code rule path } }';
let house: TestHouse;
let clientId: string;

beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [crm] });
  const { clientCreate } = await house
    .as(manager)
    .ask<{ clientCreate: { client: { id: string } } }>(
      'mutation { clientCreate(input: { name: "Kiln", currency: "EUR" }) { client { id } } }',
    );
  clientId = clientCreate.client.id;
});
afterAll(() => house.close());

interface Answer {
  readonly contact: { readonly id: string; readonly portalAccess: object | null } | null;
  readonly errors: readonly object[];
}

async function run(mutation: string, input: object, caller = manager): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { answer: ${mutation}(input: $input) ${ANSWER} }`;
  return (await house.as(caller).ask<{ answer: Answer }>(query, { input })).answer;
}

async function contact(name: string, facts: object = {}): Promise<string> {
  const email = `${name.toLowerCase()}@kiln.test`;
  return (await run('contactCreate', { clientId, name, email, ...facts })).contact?.id ?? '';
}

describe('the portal of a client', () => {
  it('opens with billing to who receives invoices, unless said otherwise', async () => {
    const payer = await contact('Pay', { buyingRole: 'BILLING' });
    const opened = await run('portalAccessGrant', { contactId: payer, role: 'CLIENT_ADMIN' });
    expect(opened.contact?.portalAccess).toEqual({ role: 'CLIENT_ADMIN', billing: true });
    const silent = await contact('Silent', { email: null });
    expect(
      await run('portalAccessGrant', { contactId: silent, role: 'CLIENT_MEMBER' }),
    ).toMatchObject({ contact: null, errors: [{ rule: 'INPUT_REQUIRED' }] });
  });

  it('keeps its last administrator while others have access', async () => {
    const [admin] = await house.database.sql<{ id: string }>(
      `SELECT id FROM crm.contact WHERE portal_role = 'CLIENT_ADMIN'`,
    );
    const member = await contact('Member');
    await run('portalAccessGrant', { contactId: member, role: 'CLIENT_MEMBER' });
    const revokeAdmin = () => run('portalAccessRevoke', { contactId: admin?.id });
    expect(await revokeAdmin()).toMatchObject({ errors: [{ rule: 'LAST_CLIENT_ADMIN' }] });
    await run('portalAccessRevoke', { contactId: member });
    expect(await revokeAdmin()).toMatchObject({ contact: { portalAccess: null }, errors: [] });
  });
});

describe('a contact', () => {
  it('is erased for a reason only', async () => {
    const id = await contact('Short');
    expect(await run('contactErase', { id, reason: 'please' })).toMatchObject({
      contact: null,
      errors: [{ rule: 'OVERRIDE_REASON_REQUIRED', path: ['input', 'reason'] }],
    });
  });

  it('cannot be written by who may only read, and is not seen by another client’s user', async () => {
    const id = await contact('Seen');
    const reader = staff(['crm:read', 'crm:write'], {
      conditions: { 'crm:write': [{ op: 'exists', left: { attr: 'resource.nothing' } }] },
    });
    expect(await run('contactUpdate', { id, title: 'CFO' }, reader)).toMatchObject({
      errors: [{ code: 'FORBIDDEN', rule: 'NOT_ALLOWED' }],
    });
    const stranger = clientUser('cli_00000000000000000000000000', ['crm:read', 'crm:write']);
    const seen = await house
      .as(stranger)
      .ask('query($id: ID!) { contact(id: $id) { id } contacts { nodes { id } } }', { id });
    expect(seen).toEqual({ contact: null, contacts: { nodes: [] } });
    expect(await run('contactUpdate', { id, title: 'CFO' }, stranger)).toMatchObject({
      errors: [{ code: 'NOT_FOUND', rule: 'NOT_FOUND', path: ['input', 'id'] }],
    });
  });
});

describe('what the portals offer', () => {
  const FIELDS = `viewerCanUpdate viewerCanGrantPortalAccess viewerCanRevokePortalAccess viewerCanErase
    client { viewerCanUpdate viewerCanArchive viewerCanRestore viewerCanAddContact }`;
  const seen = async (id: string, who = manager) => {
    const { contact: row } = await house
      .as(who)
      .ask<{ contact: object }>(`query($id: ID!) { contact(id: $id) { ${FIELDS} } }`, { id });
    return row;
  };
  const nothing = {
    viewerCanUpdate: false,
    viewerCanGrantPortalAccess: false,
    viewerCanRevokePortalAccess: false,
    viewerCanErase: false,
  };

  it('follows the person, the contact and its client', async () => {
    const id = await contact('Offered');
    const changes = { viewerCanUpdate: true, viewerCanGrantPortalAccess: true };
    const client = { viewerCanUpdate: true, viewerCanArchive: true, viewerCanAddContact: true };
    expect(await seen(id)).toEqual({
      ...nothing,
      ...changes,
      viewerCanErase: true,
      client: { ...client, viewerCanRestore: false },
    });
    expect(await seen(id, staff(['crm:read']))).toMatchObject({
      ...nothing,
      client: { viewerCanUpdate: false, viewerCanAddContact: false },
    });
    await run('portalAccessGrant', { contactId: id, role: 'CLIENT_MEMBER' });
    expect(await seen(id)).toMatchObject({ viewerCanRevokePortalAccess: true });
    await run('contactErase', { id, reason: 'Asked us to forget' });
    expect(await seen(id)).toMatchObject(nothing);
  });

  it('at the root is to create a client', async () => {
    const viewer = (who: typeof manager) => house.as(who).ask('{ viewer { canCreateClient } }');
    expect(await viewer(manager)).toEqual({ viewer: { canCreateClient: true } });
    expect(await viewer(staff(['crm:read']))).toEqual({ viewer: { canCreateClient: false } });
  });

  it('erases for nobody whose right does not reach the client', async () => {
    const id = await contact('Kept');
    const bound = staff(['crm:read', 'crm:write', 'crm:erase'], {
      conditions: { 'crm:erase': [{ op: 'exists', left: { attr: 'resource.nothing' } }] },
    });
    expect(await run('contactErase', { id, reason: 'Asked us to forget' }, bound)).toMatchObject({
      errors: [{ rule: 'NOT_ALLOWED', path: ['input', 'id'] }],
    });
  });
});

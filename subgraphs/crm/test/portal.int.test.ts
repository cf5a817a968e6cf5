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

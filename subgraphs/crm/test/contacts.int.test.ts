import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '@nexus/kit/consumers';
import { openTestHouse, staff, type TestHouse } from '@nexus/kit/testing';
import { crm } from '../src/index.js';

const manager = staff(['crm:read', 'crm:write', 'crm:erase']);
let house: TestHouse;
let clientId: string;

beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [crm] });
  const { clientCreate } = await house
    .as(manager)
    .ask<{ clientCreate: { client: { id: string } } }>(
      `mutation { clientCreate(input: { name: "Kiln", currency: "EUR" }) { client { id } } }`,
    );
  clientId = clientCreate.client.id;
});
afterAll(() => house.close());

async function createContact(input: Record<string, unknown>) {
  const { contactCreate } = await house.as(manager).ask<{
    contactCreate: { contact: { id: string } | null; errors: { rule: string; path: string[] }[] };
  }>(
    `mutation($input: ContactCreateInput!) { contactCreate(input: $input) { contact { id } errors { rule path } } }`,
    { input: { clientId, ...input } },
  );
  return contactCreate;
}

describe('contacts', () => {
  it('are refused with the field named', async () => {
    const { errors } = await createContact({ name: ' ', email: 'nobody', phone: '12' });
    expect(errors).toEqual([
      { rule: 'INPUT_REQUIRED', path: ['input', 'name'] },
      { rule: 'EMAIL_INVALID', path: ['input', 'email'] },
      { rule: 'PHONE_INVALID', path: ['input', 'phone'] },
    ]);
  });

  it('never stand in clear in the log, and are gone from log and rebuilt projection once erased', async () => {
    const { contact } = await createContact({
      name: 'Ida Unverkennbar',
      email: 'ida@kiln.test',
      phone: '+491701234567',
    });
    const raw = async () => JSON.stringify(await house.database.sql('SELECT * FROM kit.event'));
    expect(await raw()).not.toMatch(/Unverkennbar|ida@kiln|491701234567/);

    const owner = house.database.ownerUrl;
    const projection = crm.projections.find(({ name }) => name === 'crm.contact');
    if (!projection) throw new RangeError('crm.contact is gone');
    await rebuild(house.kernel, owner, projection);
    const read = () =>
      house.as(manager).ask(`query($id: ID!) { contact(id: $id) { name email phone erased } }`, {
        id: contact?.id,
      });
    expect(await read()).toEqual({
      contact: {
        name: 'Ida Unverkennbar',
        email: 'ida@kiln.test',
        phone: '+491701234567',
        erased: false,
      },
    });

    await house
      .as(manager)
      .ask(
        `mutation($id: ID!) { contactErase(input: { id: $id, reason: "asked for by letter" }) { contact { id } errors { rule } } }`,
        { id: contact?.id },
      );
    const erased = { contact: { name: '[erased]', email: null, phone: null, erased: true } };
    expect(await read()).toEqual(erased);
    await rebuild(house.kernel, owner, projection);
    expect(await read()).toEqual(erased);
    const keys = await house.database.sql(
      'SELECT wrapped FROM kit.subject_key WHERE subject = $1',
      [contact?.id],
    );
    expect(keys).toEqual([{ wrapped: null }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@nexus/kit/events';
import { clientUser, openTestHouse, staff, type TestHouse } from '@nexus/kit/testing';
import { crm } from '../src/index.js';

const manager = staff(['crm:read', 'crm:write', 'crm:erase']);
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [crm] });
});
afterAll(() => house.close());

let names = 0;
async function client(): Promise<string> {
  const { clientCreate } = await house
    .as(manager)
    .ask<{ clientCreate: { client: { id: string } } }>(
      `mutation { clientCreate(input: { name: "Client ${++names}", currency: "EUR" }) { client { id } } }`,
    );
  return clientCreate.client.id;
}
const contact = (clientId: string, name: string) =>
  house
    .as(manager)
    .ask(
      `mutation($input: ContactCreateInput!) { contactCreate(input: $input) { contact { id } errors { rule } } }`,
      { input: { clientId, name } },
    );
const update = (id: string, industry: string) =>
  house
    .as(manager)
    .ask(
      `mutation($input: ClientUpdateInput!) { clientUpdate(input: $input) { errors { rule } } }`,
      { input: { id, industry } },
    );

/** Where the log stands: what happens from here on is heard, however long a subscription takes to begin. */
async function now(): Promise<string> {
  await house.settled(manager);
  return encodeCursor(house.runtime.consumers.tailer.cursor);
}

const CLIENTS = `subscription($id: ID, $after: String) { clientChanged(id: $id, after: $after) {
  kind sequence actor { id } node { id industry } } }`;
const CONTACTS = `subscription($id: ID, $after: String) { contactChanged(clientId: $id, after: $after) { kind node { name client { id } } } }`;

describe('clientChanged', () => {
  it('tells of one or of all, with the client as it is, and resumes', async () => {
    const [mine, other] = [await client(), await client()];
    const begin = await now();
    const one = house.as(manager).subscribe(CLIENTS, { id: mine, after: begin });
    const all = house.as(manager).subscribe(CLIENTS, { after: begin });
    const next = [one.next(), all.next()] as const;
    await update(other, 'Ore');
    await update(mine, 'Glass');
    const told = (await next[0]).value?.data as { clientChanged: { sequence: string } };
    expect(told.clientChanged).toMatchObject({
      kind: 'ClientUpdated',
      actor: { id: manager.subject },
      node: { id: mine, industry: 'Glass' },
    });
    expect((await next[1]).value?.data).toMatchObject({ clientChanged: { node: { id: other } } });
    await one.return(undefined);
    await all.return(undefined);
    const created = await client();
    const after = told.clientChanged.sequence;
    const resumed = house.as(manager).subscribe(CLIENTS, { after });
    expect((await resumed.next()).value?.data).toMatchObject({
      clientChanged: { kind: 'ClientCreated', node: { id: created } },
    });
    await resumed.return(undefined);
  });

  it('tells a client’s user of their own', async () => {
    const [own, other] = [await client(), await client()];
    const events = house
      .as(clientUser(own, ['crm:read']))
      .subscribe(CLIENTS, { after: await now() });
    const first = events.next();
    await update(other, 'Secret');
    await update(own, 'Known');
    expect((await first).value?.data).toMatchObject({
      clientChanged: { node: { id: own, industry: 'Known' } },
    });
    await events.return(undefined);
  });

  it('is closed without the scope', async () => {
    const { value } = await house.as(staff([])).subscribe(CLIENTS).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});

describe('contactChanged', () => {
  it('tells of the people of a client, and a client’s user of their own', async () => {
    const [own, other] = [await client(), await client()];
    const after = await now();
    const inside = house.as(manager).subscribe(CONTACTS, { id: own, after });
    const outside = house.as(clientUser(own, ['crm:read'])).subscribe(CONTACTS, { after });
    const next = [inside.next(), outside.next()] as const;
    await contact(other, 'Nobody’s business');
    await contact(own, 'Ida');
    for (const told of next) {
      expect((await told).value?.data).toEqual({
        contactChanged: { kind: 'ContactCreated', node: { name: 'Ida', client: { id: own } } },
      });
    }
    await inside.return(undefined);
    await outside.return(undefined);
  });
});

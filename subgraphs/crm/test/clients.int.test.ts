import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientUser, openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import { crm } from '../src/index.js';

const SCOPES = ['crm:read', 'crm:write', 'crm:erase'];
const manager = staff(SCOPES);
const CREATE = `mutation($input: ClientCreateInput!) {
  clientCreate(input: $input) { client { id name lifecycle version viewerCanUpdate owner { id } } errors { code message path rule } }
}`;

interface Created {
  clientCreate: {
    client: { id: string; name: string; version: number } | null;
    errors: Record<string, unknown>[];
  };
}

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [crm] });
});
afterAll(() => house.close());

async function create(name: string, caller = manager): Promise<string> {
  const { clientCreate } = await house
    .as(caller)
    .ask<Created>(CREATE, { input: { name, currency: 'EUR' } });
  return clientCreate.client?.id ?? '';
}

describe('clients', () => {
  it('are created, read, listed and searched', async () => {
    const id = await create('Äther Werke GmbH');
    expect(id).toMatch(/^cli_[0-9a-z]{26}$/);
    const found = await house
      .as(manager)
      .ask(
        `query($id: ID!) { client(id: $id) { id name lifecycle } clients(search: "ather") { nodes { id } totalCount } }`,
        { id },
      );
    expect(found).toEqual({
      client: { id, name: 'Äther Werke GmbH', lifecycle: 'PROSPECT' },
      clients: { nodes: [{ id }], totalCount: 1 },
    });
  });

  it('have a name of their own, whatever the legal form', async () => {
    await create('Kiln Ltd');
    const again = await house
      .as(manager)
      .ask<Created>(CREATE, { input: { name: 'KILN GmbH', currency: 'EUR' } });
    expect(again.clientCreate).toMatchObject({
      client: null,
      errors: [{ code: 'TAKEN', rule: 'CLIENT_NAME_TAKEN', path: ['input', 'name'] }],
    });
  });

  it('are made once for one idempotency key, fifty times at once', async () => {
    const input = { name: 'Fifty', currency: 'EUR', idempotencyKey: 'k-50' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => house.as(manager).ask<Created>(CREATE, { input })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.clientCreate.errors).toEqual([]);
    const events = await house.database.sql(`SELECT FROM kit.event WHERE data->>'name' = 'Fifty'`);
    expect(events).toHaveLength(1);
  });

  it('refuse a key that was used with another input', async () => {
    const input = { name: 'Key one', currency: 'EUR', idempotencyKey: 'k-reuse' };
    await house.as(manager).ask(CREATE, { input });
    const { clientCreate } = await house
      .as(manager)
      .ask<Created>(CREATE, { input: { ...input, name: 'Key two' } });
    expect(clientCreate.errors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] },
    ]);
  });

  it('of another tenant answer like absent ones', async () => {
    const id = await create('Elsewhere', staff(SCOPES, { tenantId: testTenant(2) }));
    const absent = id.replace(/.{4}$/, '0000');
    // An answer says as of where in the log it is, and the log goes on meanwhile.
    const ask = async (wanted: string) => {
      const { data, errors } = await house
        .as(manager)
        .execute(
          `mutation($id: ID!) { clientArchive(input: { id: $id }) { client { id } errors { code message path rule } } }`,
          { id: wanted },
        );
      return { data, errors };
    };
    expect(await ask(id)).toEqual(await ask(absent));
    expect(
      await house.as(manager).ask(`query($id: ID!) { client(id: $id) { id } }`, { id }),
    ).toEqual({ client: null });
  });

  it('show a client user only their own', async () => {
    const [own, other] = [await create('Own'), await create('Other')];
    const user = clientUser(own, ['crm:read']);
    const seen = await house
      .as(user)
      .ask(
        `query($own: ID!, $other: ID!) { own: client(id: $own) { id } other: client(id: $other) { id } clients { nodes { id } } }`,
        { own, other },
      );
    expect(seen).toEqual({ own: { id: own }, other: null, clients: { nodes: [{ id: own }] } });
  });

  it('refuse an edit of a stale version', async () => {
    const id = await create('Stale');
    const update = (expectedVersion: number, industry: string) =>
      house.as(manager).ask(
        `mutation($input: ClientUpdateInput!) { clientUpdate(input: $input) {
          client { version industry } errors { code path ... on StaleVersionError { currentVersion } } } }`,
        { input: { id, expectedVersion, industry } },
      );
    expect(await update(1, 'Energy')).toEqual({
      clientUpdate: { client: { version: 2, industry: 'Energy' }, errors: [] },
    });
    expect(await update(1, 'Logistics')).toEqual({
      clientUpdate: {
        client: null,
        errors: [{ code: 'STALE_VERSION', path: ['input', 'expectedVersion'], currentVersion: 2 }],
      },
    });
  });

  it('page forward and backward by keyset', async () => {
    const caller = staff(SCOPES, { tenantId: testTenant(3) });
    for (const name of ['A', 'B', 'C', 'D', 'E']) await create(name, caller);
    const PAGE = `query($first: Int, $after: String, $last: Int, $before: String) {
      clients(first: $first, after: $after, last: $last, before: $before) {
        nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`;
    type Page = {
      clients: {
        nodes: { name: string }[];
        pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean };
      };
    };
    const first = await house.as(caller).ask<Page>(PAGE, { first: 2 });
    expect(first.clients.nodes.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(first.clients.pageInfo.hasNextPage).toBe(true);
    const second = await house
      .as(caller)
      .ask<Page>(PAGE, { first: 2, after: first.clients.pageInfo.endCursor });
    expect(second.clients.nodes.map(({ name }) => name)).toEqual(['C', 'D']);
    const back = await house
      .as(caller)
      .ask<Page>(PAGE, { last: 2, before: second.clients.pageInfo.startCursor });
    expect(back.clients.nodes.map(({ name }) => name)).toEqual(['A', 'B']);
    const { errors } = await house.as(caller).execute(PAGE, { first: 101 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('need the scope', async () => {
    const { errors } = await house
      .as(staff(['crm:read']))
      .execute(CREATE, { input: { name: 'X', currency: 'EUR' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('answer a hundred references with one statement', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, i) => create(`Ref ${i}`)));
    const representations = Array.from({ length: 100 }, (_, i) => ({
      __typename: 'Client',
      id: ids[i % 10],
    }));
    const { _entities } = await house
      .as(manager)
      .ask<{ _entities: { name: string }[] }>(
        `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Client { name } } }`,
        { representations },
      );
    expect(_entities).toHaveLength(100);
    expect(_entities[3]?.name).toBe('Ref 3');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crm } from '@nexus/crm';
import { staff, type TestHouse, testTenant, testUser } from '@nexus/kit/testing';
import { openAuditExport } from '../../src/operations/read/audit-export.js';
import { openOperationsHouse } from './support.js';

const WRITES = ['crm:read', 'crm:write', 'crm:erase'];
const admin = staff([...WRITES, 'identity:security:read']);
const colleague = staff(WRITES, { subject: testUser(2) });
const stranger = staff([...WRITES, 'identity:security:read'], {
  tenantId: testTenant(2),
  subject: testUser(3),
});
/** May know that things happened, not what they say. */
const guard = staff(['identity:security:read'], { subject: testUser(4) });

const ENTRIES = `nodes { id occurredAt type domain summary objectId object { __typename id }
  actor { type service user { id } } correlationId changes { field value state } } pageInfo { hasNextPage endCursor } totalCount`;
const TRAIL = `query($filter: AuditFilter, $first: Int, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) { ${ENTRIES} } }`;

interface Entry {
  id: string;
  occurredAt: string;
  type: string;
  summary: string;
  objectId: string | null;
  correlationId: string;
  actor: { type: string; user: { id: string } | null };
  changes: { field: string; value: unknown; state: string }[] | null;
}
interface Trail {
  auditTrail: {
    nodes: Entry[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

let house: TestHouse;
let client: string;
let contact: string;
const MORNING = '2026-11-16T09:00:00.000Z';

async function trail(filter: object = {}, principal = admin, page: object = {}) {
  const asked = { filter, ...page };
  return (await house.as(principal, 'operations').ask<Trail>(TRAIL, asked)).auditTrail;
}
const typesOf = async (filter: object, principal = admin) =>
  (await trail(filter, principal)).nodes.map(({ type }) => type);

async function created<Name extends string>(
  name: Name,
  input: object,
  principal = admin,
): Promise<string> {
  const noun = name.replace('Create', '');
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await house
    .as(principal, 'crm')
    .ask<Record<string, Record<string, { id: string }>>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${noun} { id } errors { rule message } } }`,
      { input },
    );
  return answer[name]?.[noun]?.id ?? '';
}

beforeAll(async () => {
  house = await openOperationsHouse([crm]);
  client = await created('clientCreate', { name: 'Kiln Ltd', currency: 'EUR' });
  house.clock.advance(60_000);
  contact = await created(
    'contactCreate',
    { clientId: client, name: 'Cora Kunde', email: 'cora@kiln.test' },
    colleague,
  );
  await created('clientCreate', { name: 'Elsewhere', currency: 'EUR' }, stranger);
});
afterAll(() => house.close());

describe('the audit trail', () => {
  it('tells who did what, when and to what, newest first', async () => {
    const { nodes } = await trail({ domain: 'crm' });
    expect(nodes).toMatchObject([
      {
        type: 'crm.ContactCreated',
        summary: 'Contact created',
        domain: 'crm',
        objectId: contact,
        object: { __typename: 'Contact', id: contact },
        actor: { type: 'USER', service: null, user: { id: testUser(2) } },
      },
      { type: 'crm.ClientCreated', occurredAt: MORNING, objectId: client },
    ]);
    expect(nodes[0]?.changes).toContainEqual({
      field: 'email',
      value: 'cora@kiln.test',
      state: 'SHOWN',
    });
  });

  it('is filtered by person, object, type, domain and time, by all that is given', async () => {
    const later = { occurredAt: { gt: MORNING } };
    expect(await typesOf({ actorId: { eq: testUser(2) } })).toEqual(['crm.ContactCreated']);
    expect(await typesOf({ objectId: { in: [client] } })).toEqual(['crm.ClientCreated']);
    expect(await typesOf({ type: { in: ['crm.ClientCreated', 'crm.Nothing'] } })).toEqual([
      'crm.ClientCreated',
    ]);
    expect(await typesOf({ domain: 'crm', ...later })).toEqual(['crm.ContactCreated']);
    expect(await typesOf({ domain: 'crm', actorId: { eq: testUser(1) } })).toEqual([
      'crm.ClientCreated',
    ]);
    expect(await typesOf({ domain: 'nowhere' })).toEqual([]);
    const [{ correlationId } = { correlationId: '' }] = (await trail({ objectId: { eq: client } }))
      .nodes;
    expect(await typesOf({ correlationId: { eq: correlationId } })).toEqual(['crm.ClientCreated']);
    expect(await typesOf({ correlationId: { eq: correlationId }, ...later })).toEqual([]);
    expect(await typesOf({ correlationId: { eq: correlationId } }, stranger)).toEqual([]);
    expect(await typesOf({ objectId: { eq: client }, ...later })).toEqual([]);
  });

  it('is paged without a gap, also where several types are looked up by themselves', async () => {
    for (let i = 0; i < 7; i++)
      await created('clientCreate', { name: `Page ${i}`, currency: 'EUR' });
    for (const filter of [{ domain: 'crm' }, { occurredAt: { gte: MORNING } }]) {
      const { nodes: all, totalCount } = await trail(filter, admin, { first: 100 });
      expect(totalCount).toBe(all.length);
      const paged: Entry[] = [];
      for (let after: string | null = null; ; ) {
        const page: Trail['auditTrail'] = await trail(filter, admin, { first: 2, after });
        paged.push(...page.nodes);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    }
  });

  it('is the tenant’s own', async () => {
    expect(await typesOf({ domain: 'crm' }, stranger)).toEqual(['crm.ClientCreated']);
    expect(await typesOf({ objectId: { eq: client } }, stranger)).toEqual([]);
    const [entry] = (await trail({ objectId: { eq: client } })).nodes;
    const find = async (principal: typeof admin) =>
      (
        await house
          .as(principal, 'operations')
          .ask<{ _entities: ({ type: string } | null)[] }>(
            'query($r: [_Any!]!) { _entities(representations: $r) { ... on AuditEntry { type } } }',
            { r: [{ __typename: 'AuditEntry', id: entry?.id }] },
          )
      )._entities;
    expect(await find(admin)).toEqual([{ type: 'crm.ClientCreated' }]);
    expect(await find(stranger)).toEqual([null]);
  });

  it('says nothing of a domain that its reader may not read', async () => {
    const { nodes } = await trail({ domain: 'crm' }, guard);
    expect(nodes.length).toBeGreaterThan(1);
    expect(nodes.every(({ changes }) => changes === null)).toBe(true);
  });

  it('is itself told of, once in an hour', async () => {
    await trail({}, guard);
    await trail({}, guard);
    const mine = { actorId: { eq: testUser(4) } };
    expect(await typesOf(mine)).toEqual(['operations.AuditTrailRead']);
    house.clock.advance(3_600_000);
    await trail({}, guard);
    expect(await typesOf(mine)).toHaveLength(2);
  });
});

describe('a file of the audit trail', () => {
  const EXPORT = `query($format: AuditExportFormat!, $filter: AuditFilter) {
    auditTrailExport(format: $format, filter: $filter) { url rows isComplete expiresAt } }`;
  interface Export {
    auditTrailExport: { url: string; rows: number; isComplete: boolean };
  }
  const link = async (format: string, filter: object) =>
    (await house.as(admin, 'operations').ask<Export>(EXPORT, { format, filter })).auditTrailExport;
  const fetched = async (url: string) => {
    const file = await openAuditExport(house.runtime, url.slice(url.lastIndexOf('/') + 1));
    if (!file) return undefined;
    const lines: string[] = [];
    for await (const line of file.lines) lines.push(line);
    return { ...file, lines };
  };

  it('holds what the list shows, in either form, and is recorded when it is fetched', async () => {
    await created('clientCreate', { name: '=SUM(A1)', currency: 'EUR' });
    const filter = { domain: 'crm', occurredAt: { gte: MORNING } };
    const { url, rows, isComplete } = await link('JSON', filter);
    const json = await fetched(url);
    expect(isComplete).toBe(true);
    expect(json?.lines).toHaveLength(rows);
    expect(JSON.parse(json?.lines.at(-1) ?? '')).toMatchObject({
      type: 'crm.ClientCreated',
      object: client,
      changes: { name: 'Kiln Ltd' },
    });
    const csv = await fetched((await link('CSV', { objectId: { eq: contact } })).url);
    expect(csv?.contentType).toContain('text/csv');
    expect(csv?.lines).toHaveLength(2);
    expect(csv?.lines[1]).toContain('"crm.ContactCreated","Contact created"');
    const [told] = (await trail({ type: { eq: 'operations.AuditTrailExported' } })).nodes;
    expect(told?.actor).toEqual({ type: 'USER', service: null, user: { id: testUser(1) } });
    expect(told?.changes).toContainEqual({ field: 'format', value: 'CSV', state: 'SHOWN' });
  });

  it('is not there without its signature, nor when its time is over', async () => {
    const { url } = await link('CSV', {});
    const at = url.lastIndexOf('.') - 3;
    expect(await fetched(`${url.slice(0, at)}A${url.slice(at + 1)}`)).toBeUndefined();
    expect(await fetched(`${url}x.y`)).toBeUndefined();
    house.clock.advance(301_000);
    expect(await fetched(url)).toBeUndefined();
  });
});

describe('a person who was erased', () => {
  it('stays erased in the trail and in its files', async () => {
    await house
      .as(admin, 'crm')
      .ask(
        'mutation($id: ID!) { contactErase(input: { id: $id, reason: "asked by the person" }) { errors { rule } } }',
        { id: contact },
      );
    const filter = { objectId: { eq: contact }, type: { eq: 'crm.ContactCreated' } };
    const [entry] = (await trail(filter)).nodes;
    expect(entry?.changes?.filter(({ field }) => ['name', 'email'].includes(field))).toEqual([
      { field: 'name', value: '[erased]', state: 'ERASED' },
      { field: 'email', value: '[erased]', state: 'ERASED' },
    ]);
    const everything = JSON.stringify((await trail({}, admin, { first: 100 })).nodes);
    expect(everything).not.toContain('Cora');
    expect(everything).not.toContain('cora@kiln.test');
  });
});

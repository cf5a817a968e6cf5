import { describe, expect, it } from '@jest/globals';
import {
  readAuditSearch,
  listVariables as trailVariables,
} from '../src/features/audit/audit-search.js';
import { objectName } from '../src/features/audit/object-name.js';
import {
  listVariables as peopleVariables,
  readPeopleSearch,
} from '../src/features/people/people-search.js';
import { navigation } from '../src/navigation.js';

describe('the address of the audit trail', () => {
  it('is read as a search, without what is nonsense', () => {
    expect(
      readAuditSearch({
        person: ' usr_1 ',
        object: '',
        request: 'r-1',
        domain: 'nowhere',
        type: 'crm.Client',
        from: '2026-11-01',
        to: 'tomorrow',
        page: 3,
      }),
    ).toEqual({ person: 'usr_1', request: 'r-1', type: 'crm.Client', from: '2026-11-01' });
    expect(readAuditSearch({ domain: 'crm', entry: 'aud_1' })).toEqual({
      domain: 'crm',
      entry: 'aud_1',
    });
    expect(readAuditSearch({})).toEqual({});
  });

  it('asks the graph for just what it says, days from their first to their last moment', () => {
    expect(trailVariables({})).toEqual({ filter: {} });
    expect(trailVariables({ person: 'usr_1', request: 'r-1', entry: 'aud_1' })).toEqual({
      filter: { actorId: { eq: 'usr_1' }, correlationId: { eq: 'r-1' } },
    });
    expect(trailVariables({ object: 'cli_1', domain: 'crm', type: 'crm.C' }).filter).toEqual({
      objectId: { eq: 'cli_1' },
      domain: 'crm',
      type: { startsWith: 'crm.C' },
    });
    expect(trailVariables({ from: '2026-11-01', to: '2026-11-02' }).filter).toEqual({
      occurredAt: { gte: '2026-11-01T00:00:00.000Z', lte: '2026-11-02T23:59:59.999Z' },
    });
    expect(trailVariables({ to: '2026-11-02' }).filter?.occurredAt).toEqual({
      lte: '2026-11-02T23:59:59.999Z',
    });
  });
});

describe('what an entry happened to', () => {
  const named = (object: object | null, objectId: string | null = 'x_1') =>
    objectName({ object, objectId } as unknown as Parameters<typeof objectName>[0]);

  it.each([
    ['a client', { __typename: 'Client', id: 'x_1', name: 'Orion' }, 'Orion'],
    ['a task', { __typename: 'Task', id: 'x_1', title: 'Sketch' }, 'Sketch'],
    ['an invoice', { __typename: 'Invoice', id: 'x_1', number: 'INV-1' }, 'INV-1'],
    ['a draft', { __typename: 'Invoice', id: 'x_1', number: null }, 'x_1'],
    ['what has no name', { __typename: 'Payment', id: 'x_1' }, 'x_1'],
    ['what is gone', null, 'x_1'],
  ])('%s goes by its name, or by its id', (_, object, name) => {
    expect(named(object)).toBe(name);
  });

  it('may be nothing', () => {
    expect(named(null, null)).toBeNull();
  });
});

describe('the address of the people', () => {
  it('is read as a search, the list of people being where one is anyway', () => {
    expect(
      readPeopleSearch({
        tab: 'people',
        search: ' ida ',
        kind: 'STAFF',
        status: 'GONE',
        person: 7,
      }),
    ).toEqual({ search: 'ida', kind: 'STAFF' });
    expect(readPeopleSearch({ tab: 'roles', search: 12, person: 'usr_1' })).toEqual({
      tab: 'roles',
      search: '12',
      person: 'usr_1',
    });
  });

  it('asks for those who may act, unless others are wanted', () => {
    expect(peopleVariables({})).toEqual({
      search: null,
      filter: { kind: null, status: ['ACTIVE'] },
    });
    expect(peopleVariables({ search: 'i', kind: 'CLIENT', status: 'SUSPENDED' })).toEqual({
      search: 'i',
      filter: { kind: ['CLIENT'], status: ['SUSPENDED'] },
    });
  });
});

describe('the menu', () => {
  type Shown = NonNullable<(typeof navigation)[number]['isShown']>;
  const shownTo = (kind: 'STAFF' | 'OPERATOR', ...scopes: string[]) => {
    const viewer = { user: { kind }, scopes } as unknown as Parameters<Shown>[0];
    return navigation.filter(({ isShown }) => isShown?.(viewer)).map(({ to }) => to);
  };

  it('holds what the viewer may, and nothing else', () => {
    expect(shownTo('STAFF')).toEqual([]);
    expect(shownTo('STAFF', 'billing:read')).toEqual(['/rates']);
    expect(shownTo('STAFF', 'identity:settings:read')).toEqual(['/settings', '/branding']);
    expect(shownTo('STAFF', 'identity:users:read', 'identity:users:write')).toEqual([
      '/people',
      '/mail',
    ]);
  });

  it('holds nothing of a business for the operator, who has none', () => {
    const all = [
      'operations:read',
      'identity:settings:read',
      'billing:read',
      'identity:users:read',
    ];
    expect(shownTo('OPERATOR', ...all)).toEqual(['/health', '/people']);
  });

  it('gives each place a shortcut of its own', () => {
    const shortcuts = navigation.map(({ shortcut }) => shortcut);
    expect(new Set(shortcuts).size).toBe(navigation.length);
  });
});

import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import type { ClientCreated } from '../events.d.ts';
import { client } from '../src/domain/client.aggregate.js';

const facts: Omit<ClientCreated, 'lifecycle'> = {
  clientId: 'cli_1',
  name: 'Kiln',
  legalName: null,
  vatId: null,
  segment: 'SMB',
  industry: null,
  address: null,
  currency: 'EUR',
  ownerId: null,
  tags: [],
};
const created = { type: 'ClientCreated', data: { ...facts, lifecycle: 'PROSPECT' } } as const;
const clientId = facts.clientId;

describe('client', () => {
  it('begins as a prospect, with a tidy name', () =>
    specification(client)
      .given()
      .when({ type: 'CreateClient', client: { ...facts, name: '  Kiln ' } })
      .then([created]));

  it('is created once', () =>
    specification(client)
      .given(created)
      .when({ type: 'CreateClient', client: facts })
      .thenRefused('CLIENT_STATE_INVALID'));

  it('needs a name', () =>
    specification(client)
      .given()
      .when({ type: 'CreateClient', client: { ...facts, name: ' ' } })
      .thenRefused('INPUT_REQUIRED', ['name']));

  it('needs a currency that exists', () =>
    specification(client)
      .given()
      .when({ type: 'CreateClient', client: { ...facts, currency: 'XXQ' } })
      .thenRefused('CURRENCY_UNKNOWN', ['currency']));

  it('keeps an event only for what changed', () =>
    specification(client)
      .given(created)
      .when({ type: 'UpdateClient', clientId, changes: { name: 'Kiln', industry: 'Energy' } })
      .then([{ type: 'ClientUpdated', data: { clientId, changes: { industry: 'Energy' } } }]));

  it('changes nothing for nothing new', () =>
    specification(client)
      .given(created)
      .when({ type: 'UpdateClient', clientId, changes: { name: 'Kiln' } })
      .then([]));

  it('goes from prospect to onboarding, not to past', async () => {
    const change = (to: 'ONBOARDING' | 'PAST') =>
      ({ type: 'ChangeLifecycle', clientId, to, cause: 'MANUAL' }) as const;
    await specification(client)
      .given(created)
      .when(change('ONBOARDING'))
      .then([
        {
          type: 'ClientLifecycleChanged',
          data: { clientId, from: 'PROSPECT', to: 'ONBOARDING', cause: 'MANUAL' },
        },
      ]);
    await specification(client)
      .given(created)
      .when(change('PAST'))
      .thenRefused('CLIENT_STATE_INVALID', ['lifecycle']);
  });

  it('is not archived with open business', async () => {
    await specification(client)
      .given(created)
      .when({ type: 'ArchiveClient', clientId, openBusiness: 1 })
      .thenRefused('CLIENT_HAS_OPEN_BUSINESS');
    await specification(client)
      .given(created)
      .when({ type: 'ArchiveClient', clientId, openBusiness: 0 })
      .then([{ type: 'ClientArchived', data: { clientId } }]);
  });

  it('is restored before it is changed', async () => {
    const archived = { type: 'ClientArchived', data: { clientId } } as const;
    await specification(client)
      .given(created, archived)
      .when({ type: 'UpdateClient', clientId, changes: { industry: 'Energy' } })
      .thenRefused('CLIENT_STATE_INVALID');
    await specification(client)
      .given(created, archived)
      .when({ type: 'RestoreClient', clientId })
      .then([{ type: 'ClientRestored', data: { clientId } }]);
  });
});

import {
  accept,
  aggregate,
  type Decision,
  judge,
  oneLine,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { ClientChanges, ClientCreated, ClientLifecycle } from '../../events.d.ts';
import { type ClientEvent, clientEvents } from './client.events.js';
import { checkClientFacts } from './client.rules.js';

export type ClientState =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: 'LIVE' | 'ARCHIVED';
      readonly facts: Required<ClientChanges>;
      readonly ownerId: string | null;
      readonly lifecycle: ClientLifecycle;
    };

export type ClientCommand =
  | { readonly type: 'CreateClient'; readonly client: Omit<ClientCreated, 'lifecycle'> }
  | { readonly type: 'UpdateClient'; readonly clientId: string; readonly changes: ClientChanges }
  | {
      readonly type: 'ChangeLifecycle';
      readonly clientId: string;
      readonly to: ClientLifecycle;
      readonly cause: string;
    }
  | { readonly type: 'AssignOwner'; readonly clientId: string; readonly ownerId: string | null }
  | { readonly type: 'ArchiveClient'; readonly clientId: string; readonly openBusiness: number }
  | { readonly type: 'RestoreClient'; readonly clientId: string };

/** Where a client may go from where it is. */
const LIFECYCLE: Readonly<Record<ClientLifecycle, readonly ClientLifecycle[]>> = {
  PROSPECT: ['ONBOARDING'],
  ONBOARDING: ['ACTIVE'],
  ACTIVE: ['PAST'],
  PAST: ['ONBOARDING'],
};

function evolve(state: ClientState, event: ClientEvent): ClientState {
  switch (event.type) {
    case 'ClientCreated': {
      const {
        name,
        legalName,
        vatId,
        segment,
        industry,
        address,
        currency,
        tags,
        ownerId,
        lifecycle,
      } = event.data;
      const facts = { name, legalName, vatId, segment, industry, address, currency, tags };
      return { status: 'LIVE', facts, ownerId, lifecycle };
    }
    case 'ClientUpdated':
      return state.status === 'ABSENT'
        ? state
        : { ...state, facts: { ...state.facts, ...event.data.changes } };
    case 'ClientLifecycleChanged':
      return state.status === 'ABSENT' ? state : { ...state, lifecycle: event.data.to };
    case 'ClientOwnerChanged':
      return state.status === 'ABSENT' ? state : { ...state, ownerId: event.data.ownerId };
    case 'ClientArchived':
      return state.status === 'ABSENT' ? state : { ...state, status: 'ARCHIVED' };
    case 'ClientRestored':
      return state.status === 'ABSENT' ? state : { ...state, status: 'LIVE' };
    default:
      return unreachable(event);
  }
}

function decide(state: ClientState, command: ClientCommand): Decision<ClientEvent> {
  if (command.type === 'CreateClient') {
    if (state.status !== 'ABSENT')
      return refuse(violation('CLIENT_STATE_INVALID', 'This client exists already.'));
    const client = {
      ...command.client,
      name: oneLine(command.client.name),
      lifecycle: 'PROSPECT' as const,
    };
    return judge(checkClientFacts(command.client), () => [{ type: 'ClientCreated', data: client }]);
  }
  if (state.status === 'ABSENT')
    return refuse(violation('NOT_FOUND', 'There is no such client.', { path: ['id'] }));
  const { clientId } = command;
  if (command.type === 'RestoreClient') {
    return state.status === 'LIVE'
      ? accept([])
      : accept([{ type: 'ClientRestored', data: { clientId } }]);
  }
  if (state.status === 'ARCHIVED') {
    return refuse(
      violation('CLIENT_STATE_INVALID', 'The client is archived; restore it first.', {
        path: ['id'],
      }),
    );
  }
  switch (command.type) {
    case 'UpdateClient': {
      const changes = onlyChanged(state.facts, command.changes);
      if (Object.keys(changes).length === 0) return accept([]);
      return judge(checkClientFacts(changes), () => [
        { type: 'ClientUpdated', data: { clientId, changes } },
      ]);
    }
    case 'ChangeLifecycle': {
      const { to, cause } = command;
      if (to === state.lifecycle) return accept([]);
      if (!LIFECYCLE[state.lifecycle].includes(to)) {
        const message = `A client cannot go from ${state.lifecycle} to ${to}.`;
        return refuse(violation('CLIENT_STATE_INVALID', message, { path: ['lifecycle'] }));
      }
      return accept([
        { type: 'ClientLifecycleChanged', data: { clientId, from: state.lifecycle, to, cause } },
      ]);
    }
    case 'AssignOwner':
      if (command.ownerId === state.ownerId) return accept([]);
      return accept([{ type: 'ClientOwnerChanged', data: { clientId, ownerId: command.ownerId } }]);
    case 'ArchiveClient':
      if (command.openBusiness > 0) {
        const message = 'A client with open projects or invoices cannot be archived.';
        return refuse(
          violation('CLIENT_HAS_OPEN_BUSINESS', message, {
            path: ['id'],
            meta: { open: command.openBusiness },
          }),
        );
      }
      return accept([{ type: 'ClientArchived', data: { clientId } }]);
    default:
      return unreachable(command);
  }
}

function onlyChanged(facts: ClientChanges, wanted: ClientChanges): ClientChanges {
  const clean = wanted.name === undefined ? wanted : { ...wanted, name: oneLine(wanted.name) };
  const changed = Object.entries(clean).filter(
    ([field, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify(facts[field as keyof ClientChanges]),
  );
  return Object.fromEntries(changed);
}

/** An organisation that the tenant sells to: potential, current or past. Stream `client-{id}`. */
export const client = aggregate<ClientState, ClientCommand, ClientEvent>({
  name: 'client',
  catalogue: clientEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});

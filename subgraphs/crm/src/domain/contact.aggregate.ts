import {
  accept,
  aggregate,
  checkText,
  type Decision,
  judge,
  oneLine,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { BuyingRole, ContactCreated, ContactUpdated, PortalRole } from '../../events.d.ts';
import { type ContactEvent, contactEvents } from './contact.events.js';

export interface PortalGrant {
  readonly role: PortalRole;
  readonly billing: boolean;
}

export type ContactState =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'ERASED'; readonly clientId: string }
  | {
      readonly status: 'LIVE';
      readonly clientId: string;
      readonly facts: ContactFacts;
      readonly portal: PortalGrant | null;
    };

export interface ContactFacts {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly buyingRole: BuyingRole | null;
  readonly language: string | null;
}

export type ContactCommand =
  | { readonly type: 'CreateContact'; readonly contact: ContactCreated }
  | {
      readonly type: 'UpdateContact';
      readonly contactId: string;
      readonly changes: Partial<ContactFacts>;
    }
  | { readonly type: 'GrantPortalAccess'; readonly contactId: string; readonly grant: PortalGrant }
  | { readonly type: 'RevokePortalAccess'; readonly contactId: string; readonly lastAdmin: boolean }
  | { readonly type: 'EraseContact'; readonly contactId: string };

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^\+[1-9]\d{6,14}$/;

function check(facts: Partial<ContactFacts>): Violation[] {
  const findings: Violation[] = [];
  if (facts.name !== undefined) findings.push(...checkText(facts.name, ['name'], { max: 200 }));
  findings.push(...checkText(facts.title, ['title'], { max: 100, required: false }));
  if (facts.email && (facts.email.length > 254 || !EMAIL.test(facts.email))) {
    findings.push(violation('EMAIL_INVALID', 'This is no e-mail address.', { path: ['email'] }));
  }
  if (facts.phone && !PHONE.test(facts.phone)) {
    findings.push(
      violation('PHONE_INVALID', 'A phone number is written as +491701234567 (E.164).', {
        path: ['phone'],
      }),
    );
  }
  return findings;
}

function tidy<Facts extends Partial<ContactFacts>>(facts: Facts): Facts {
  const { name, email, phone } = facts;
  return {
    ...facts,
    ...(typeof name === 'string' && { name: oneLine(name) }),
    ...(typeof email === 'string' && { email: email.trim() || null }),
    ...(typeof phone === 'string' && { phone: phone.replace(/[\s()/-]/g, '') || null }),
  };
}

function evolve(state: ContactState, event: ContactEvent): ContactState {
  switch (event.type) {
    case 'ContactCreated': {
      const { clientId, name, email, phone, title, buyingRole, language } = event.data;
      return {
        status: 'LIVE',
        clientId,
        facts: { name, email, phone, title, buyingRole, language },
        portal: null,
      };
    }
    case 'ContactUpdated': {
      if (state.status !== 'LIVE') return state;
      const { contactId: _, clientId: __, ...changes } = event.data;
      return { ...state, facts: { ...state.facts, ...changes } };
    }
    case 'PortalAccessGranted':
      if (state.status !== 'LIVE') return state;
      return { ...state, portal: { role: event.data.role, billing: event.data.billing } };
    case 'PortalAccessRevoked':
      return state.status === 'LIVE' ? { ...state, portal: null } : state;
    case 'ContactErased':
      return { status: 'ERASED', clientId: event.data.clientId };
    default:
      return unreachable(event);
  }
}

function decide(state: ContactState, command: ContactCommand): Decision<ContactEvent> {
  if (command.type === 'CreateContact') {
    if (state.status !== 'ABSENT')
      return refuse(violation('CONTACT_STATE_INVALID', 'This contact exists already.'));
    const contact = tidy(command.contact);
    return judge(check(contact), () => [{ type: 'ContactCreated', data: contact }]);
  }
  if (state.status !== 'LIVE')
    return refuse(violation('NOT_FOUND', 'There is no such contact.', { path: ['id'] }));
  const { contactId } = command;
  const { clientId, facts, portal } = state;
  switch (command.type) {
    case 'UpdateContact': {
      const changes = changedFacts(facts, tidy(command.changes));
      if (Object.keys(changes).length === 0) return accept([]);
      return judge(check(changes), () => [
        { type: 'ContactUpdated', data: { contactId, clientId, ...changes } },
      ]);
    }
    case 'GrantPortalAccess': {
      if (!facts.email) {
        return refuse(
          violation('INPUT_REQUIRED', 'Portal access needs an e-mail address.', { path: ['id'] }),
        );
      }
      const { role, billing } = command.grant;
      if (portal?.role === role && portal.billing === billing) return accept([]);
      const { name, email } = facts;
      return accept([
        { type: 'PortalAccessGranted', data: { contactId, clientId, name, email, role, billing } },
      ]);
    }
    case 'RevokePortalAccess':
      if (!portal) return accept([]);
      if (portal.role === 'CLIENT_ADMIN' && command.lastAdmin) {
        return refuse(
          violation(
            'LAST_CLIENT_ADMIN',
            'The last administrator of a client with portal users must stay.',
          ),
        );
      }
      return accept([{ type: 'PortalAccessRevoked', data: { contactId, clientId } }]);
    case 'EraseContact': {
      const revoked: ContactEvent[] = portal
        ? [{ type: 'PortalAccessRevoked', data: { contactId, clientId } }]
        : [];
      return accept([...revoked, { type: 'ContactErased', data: { contactId, clientId } }]);
    }
    default:
      return unreachable(command);
  }
}

function changedFacts(
  facts: ContactFacts,
  wanted: Partial<ContactFacts>,
): Omit<ContactUpdated, 'contactId' | 'clientId'> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && value !== facts[field as keyof ContactFacts],
  );
  return Object.fromEntries(changed);
}

/** A person at a client; may hold portal access. Stream `contact-{id}`; name, e-mail and phone are encrypted. */
export const contact = aggregate<ContactState, ContactCommand, ContactEvent>({
  name: 'contact',
  catalogue: contactEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});

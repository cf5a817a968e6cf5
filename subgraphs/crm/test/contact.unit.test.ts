import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import type { ContactCreated } from '../events.d.ts';
import { contact } from '../src/domain/contact.aggregate.js';

const contactId = 'con_1';
const clientId = 'cli_1';
const person: ContactCreated = {
  contactId,
  clientId,
  name: 'Ida Brand',
  email: 'ida@kiln.test',
  phone: null,
  title: null,
  buyingRole: null,
  language: null,
};
const created = { type: 'ContactCreated', data: person } as const;
const grant = (role: 'CLIENT_ADMIN' | 'CLIENT_MEMBER', billing = false) =>
  ({ type: 'GrantPortalAccess', contactId, grant: { role, billing } }) as const;
const granted = {
  type: 'PortalAccessGranted',
  data: {
    contactId,
    clientId,
    name: person.name,
    email: person.email,
    role: 'CLIENT_ADMIN',
    billing: false,
  },
} as const;
const revoked = { type: 'PortalAccessRevoked', data: { contactId, clientId } } as const;
const erased = { type: 'ContactErased', data: { contactId, clientId } } as const;

describe('a contact', () => {
  it('is written down tidily', () =>
    specification(contact)
      .given()
      .when({
        type: 'CreateContact',
        contact: { ...person, name: ' Ida  Brand', phone: '+49 (170) 123-4567' },
      })
      .then([{ ...created, data: { ...person, phone: '+491701234567' } }]));

  it('is created once', () =>
    specification(contact)
      .given(created)
      .when({ type: 'CreateContact', contact: person })
      .thenRefused('CONTACT_STATE_INVALID'));

  it.each([
    [{ name: '' }, 'INPUT_REQUIRED', 'name'],
    [{ name: 'x'.repeat(201) }, 'TEXT_TOO_LONG', 'name'],
    [{ name: 'I\u0000da' }, 'INVALID_TEXT', 'name'],
    [{ email: 'ida@kiln' }, 'EMAIL_INVALID', 'email'],
    [{ email: `${'i'.repeat(65)}@kiln.test` }, 'EMAIL_INVALID', 'email'],
    [{ phone: '0170 1234567' }, 'PHONE_INVALID', 'phone'],
    [{ title: 'x'.repeat(101) }, 'TEXT_TOO_LONG', 'title'],
  ] as const)('is refused with %j: %s', (changes, rule, field) =>
    specification(contact)
      .given(created)
      .when({ type: 'UpdateContact', contactId, changes })
      .thenRefused(rule, [field]),
  );

  it('keeps an event only for what changed', async () => {
    const update = (changes: Partial<typeof person>) =>
      ({ type: 'UpdateContact', contactId, changes }) as const;
    await specification(contact)
      .given(created)
      .when(update({ name: 'Ida Brand', title: 'CFO' }))
      .then([{ type: 'ContactUpdated', data: { contactId, clientId, title: 'CFO' } }]);
    await specification(contact)
      .given(created)
      .when(update({ email: 'ida@kiln.test' }))
      .then([]);
  });

  it('must be there to be changed', () =>
    specification(contact)
      .given()
      .when({ type: 'EraseContact', contactId })
      .thenRefused('NOT_FOUND', ['id']));
});

describe('portal access', () => {
  it('is granted once, to somebody with an e-mail address', async () => {
    await specification(contact).given(created).when(grant('CLIENT_ADMIN')).then([granted]);
    await specification(contact).given(created, granted).when(grant('CLIENT_ADMIN')).then([]);
    await specification(contact)
      .given({ ...created, data: { ...person, email: null } })
      .when(grant('CLIENT_ADMIN'))
      .thenRefused('INPUT_REQUIRED', ['id']);
  });

  it('is taken from the last administrator only when nobody else has any', async () => {
    const revoke = (lastAdmin: boolean) =>
      ({ type: 'RevokePortalAccess', contactId, lastAdmin }) as const;
    await specification(contact)
      .given(created, granted)
      .when(revoke(true))
      .thenRefused('LAST_CLIENT_ADMIN');
    await specification(contact).given(created, granted).when(revoke(false)).then([revoked]);
    await specification(contact).given(created).when(revoke(true)).then([]);
  });

  it('ends with the person', async () => {
    await specification(contact)
      .given(created, granted)
      .when({ type: 'EraseContact', contactId })
      .then([revoked, erased]);
    await specification(contact)
      .given(created, erased)
      .when(grant('CLIENT_MEMBER'))
      .thenRefused('NOT_FOUND');
  });
});

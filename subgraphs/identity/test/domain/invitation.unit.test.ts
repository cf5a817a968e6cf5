import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { type InvitationCommand, invitation } from '../../src/domain/invitation.aggregate.js';
import type { InvitationEvent } from '../../src/domain/invitation.events.js';
import { rightsOfRoles } from '../../src/domain/roles.js';

const NOW = '2026-11-16T09:00:00.000Z';
const WEEK = '2026-11-23T09:00:00.000Z';
const admin = {
  type: 'user',
  roles: ['TENANT_ADMIN'],
  ...rightsOfRoles(['TENANT_ADMIN']),
} as const;
const facts = {
  invitationId: 'ivt_1',
  membershipId: 'mem_1',
  email: 'noor@kiln.test',
  name: 'Noor',
  kind: 'STAFF',
  clientId: null,
  contactId: null,
  roles: ['EMPLOYEE'],
} as const;
const sent: InvitationEvent = { type: 'InvitationSent', data: { ...facts, expiresAt: WEEK } };
const accepted: InvitationEvent = {
  type: 'InvitationAccepted',
  data: { invitationId: 'ivt_1', userId: 'usr_1', membershipId: 'mem_1' },
};
const revoked: InvitationEvent = { type: 'InvitationRevoked', data: { invitationId: 'ivt_1' } };
const send = (overrides: object = {}): InvitationCommand => ({
  type: 'Send',
  invitation: { ...facts, ...overrides },
  grantor: admin,
  days: 7,
});
const accept: InvitationCommand = { type: 'Accept', userId: 'usr_1' };
const spec = specification(invitation);

describe('an invitation', () => {
  it('is sent for seven days, to the canonical address', () =>
    spec
      .given()
      .when(send({ email: ' Noor@Kiln.test ', name: ' Noor ' }), { now: NOW })
      .then([sent]));
  it('needs an address', () =>
    spec
      .given()
      .when(send({ email: 'noor' }))
      .thenRefused('EMAIL_INVALID', ['email']));
  it('needs a name', () =>
    spec
      .given()
      .when(send({ name: ' ' }))
      .thenRefused('INPUT_REQUIRED', ['name']));
  it('needs a client for a client’s people', () =>
    spec
      .given()
      .when(send({ kind: 'CLIENT', roles: ['CLIENT'] }))
      .thenRefused('INPUT_INVALID', ['clientId']));
  it('gives no rights that the inviter lacks', () =>
    spec
      .given()
      .when({
        type: 'Send',
        invitation: { ...facts, roles: ['AUDITOR'] },
        grantor: { ...admin, roles: [], scopes: [] },
        days: 7,
      })
      .thenRefused('ROLE_ESCALATION', ['roles']));
  it('is accepted', () => spec.given(sent).when(accept, { now: NOW }).then([accepted]));
  it('is accepted once', () =>
    spec.given(sent, accepted).when(accept, { now: NOW }).thenRefused('TOKEN_INVALID', ['token']));
  it('is not accepted after its time', () =>
    spec.given(sent).when(accept, { now: WEEK }).thenRefused('TOKEN_INVALID'));
  it('is not accepted after it was revoked', () =>
    spec.given(sent, revoked).when(accept, { now: NOW }).thenRefused('TOKEN_INVALID'));
  it('is good again when it was resent', () =>
    spec
      .given(sent, {
        type: 'InvitationResent',
        data: { invitationId: 'ivt_1', expiresAt: '2026-12-01T09:00:00.000Z' },
      })
      .when(accept, { now: WEEK })
      .then([accepted]));
  it('is resent for as long as the tenant has set', () =>
    spec
      .given(sent)
      .when({ type: 'Resend', days: 1 }, { now: NOW })
      .then([
        {
          type: 'InvitationResent',
          data: { invitationId: 'ivt_1', expiresAt: '2026-11-17T09:00:00.000Z' },
        },
      ]));
  it('is revoked', () => spec.given(sent).when({ type: 'Revoke' }).then([revoked]));
  it('stays revoked', () => spec.given(sent, revoked).when({ type: 'Revoke' }).then([]));
  it('is not revoked after it was accepted', () =>
    spec.given(sent, accepted).when({ type: 'Revoke' }).thenRefused('INVITATION_NOT_OPEN', ['id']));
  it('is not resent after it was accepted', () =>
    spec
      .given(sent, accepted)
      .when({ type: 'Resend', days: 7 })
      .thenRefused('INVITATION_NOT_OPEN', ['id']));
  it('that was never sent is nothing', () =>
    spec.given().when({ type: 'Resend', days: 7 }).thenRefused('NOT_FOUND', ['id']));
});

import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { canonicalEmail, emailFindings } from '../../src/domain/email.js';
import { session } from '../../src/domain/session.aggregate.js';
import type { SessionEvent } from '../../src/domain/session.events.js';
import { sessionLimits } from '../../src/domain/session-limits.js';
import { tenant } from '../../src/domain/tenant.aggregate.js';
import { user } from '../../src/domain/user.aggregate.js';
import type { UserEvent } from '../../src/domain/user.events.js';
import type { ProfilePatch } from '../../src/domain/user-profile.js';

describe('an account', () => {
  const spec = specification(user);
  const facts = { userId: 'usr_1', email: 'mia@kiln.test', name: 'Mia', via: 'INVITE' } as const;
  const registered: UserEvent = { type: 'UserRegistered', data: facts };
  const suspended: UserEvent = {
    type: 'PasswordSignInSuspended',
    data: { userId: 'usr_1', reason: 'TOO_MANY_FAILURES' },
  };
  const reset = { type: 'ChangePassword', change: { userId: 'usr_1', reason: 'RESET' } } as const;

  it('is registered with its canonical address', () =>
    spec
      .given()
      .when({ type: 'Register', user: { ...facts, email: 'Mia@Kiln.test' } })
      .then([registered]));
  it('needs an address', () =>
    spec
      .given()
      .when({ type: 'Register', user: { ...facts, email: 'a@b' } })
      .thenRefused('EMAIL_INVALID', ['email']));
  it('is suspended once', () =>
    spec.given(registered, suspended).when({ type: 'SuspendPassword', userId: 'usr_1' }).then([]));
  it('is opened again by a new password', () =>
    spec
      .given(registered, suspended)
      .when(reset)
      .then([
        { type: 'PasswordChanged', data: reset.change },
        { type: 'PasswordSignInRestored', data: { userId: 'usr_1' } },
      ]));
  it('that does not exist has no password', () =>
    spec.given().when(reset).thenRefused('NOT_FOUND'));

  const profile = (patch: ProfilePatch) =>
    ({ type: 'ChangeProfile', userId: 'usr_1', patch }) as const;
  const renamed: UserEvent = {
    type: 'UserProfileChanged',
    data: { userId: 'usr_1', name: 'Mia Ek' },
  };
  const preferring = (locale: string | null, timeZone: string | null): UserEvent => ({
    type: 'UserPreferencesChanged',
    data: { userId: 'usr_1', locale, timeZone },
  });
  it('takes another name', () =>
    spec
      .given(registered)
      .when(profile({ name: ' Mia  Ek ' }))
      .then([renamed]));
  it('takes a language and a zone of its own', () =>
    spec
      .given(registered)
      .when(profile({ locale: 'de-at', timeZone: 'Europe/Vienna' }))
      .then([preferring('de-AT', 'Europe/Vienna')]));
  it('follows the tenant again, and keeps what is left out', () =>
    spec
      .given(registered, preferring('de-AT', 'Europe/Vienna'))
      .when(profile({ locale: null }))
      .then([preferring(null, 'Europe/Vienna')]));
  it('tells nothing where nothing changes', () =>
    spec
      .given(registered, renamed, preferring('de-AT', null))
      .when(profile({ name: 'Mia Ek', locale: 'de-AT' }))
      .then([]));
  it('is not called nothing', () =>
    spec
      .given(registered)
      .when(profile({ name: ' ' }))
      .thenRefused('INPUT_REQUIRED', ['name']));
  it.each([
    ['locale', 'Deutsch, bitte'],
    ['locale', ''],
    ['timeZone', 'Europe/Atlantis'],
  ])('has no %s %j', (field, value) =>
    spec
      .given(registered)
      .when(profile({ [field]: value }))
      .thenRefused('INPUT_INVALID', [field]),
  );
  it('that does not exist has no profile', () =>
    spec
      .given()
      .when(profile({ name: 'Mia' }))
      .thenRefused('NOT_FOUND'));
});

describe('a session', () => {
  const spec = specification(session);
  const facts = {
    sessionId: 'ses_1',
    userId: 'usr_1',
    membershipId: 'mem_1',
    ip: '203.0.113.7',
    userAgent: null,
  };
  const started: SessionEvent = { type: 'SessionStarted', data: facts };
  const ended = (reason: 'SIGN_OUT' | 'REUSE'): SessionEvent => ({
    type: 'SessionEnded',
    data: { sessionId: 'ses_1', userId: 'usr_1', reason },
  });

  it('starts', () => spec.given().when({ type: 'Start', session: facts }).then([started]));
  it('ends', () =>
    spec
      .given(started)
      .when({ type: 'End', reason: 'SIGN_OUT' })
      .then([ended('SIGN_OUT')]));
  it('ends once', () =>
    spec.given(started, ended('SIGN_OUT')).when({ type: 'End', reason: 'SIGN_OUT' }).then([]));
  it('ends when a token is used twice', () =>
    spec
      .given(started)
      .when({ type: 'DetectReuse', ip: '198.51.100.1' })
      .then([
        {
          type: 'RefreshReuseDetected',
          data: { sessionId: 'ses_1', userId: 'usr_1', ip: '198.51.100.1' },
        },
        ended('REUSE'),
      ]));
  it('that never was cannot end', () =>
    spec.given().when({ type: 'End', reason: 'REMOTE' }).thenRefused('NOT_FOUND'));

  it.each([
    [['EMPLOYEE'], 8 * 60],
    [['EMPLOYEE', 'FINANCE_ADMIN'], 30],
    [['PLATFORM_ADMIN'], 15],
    [['CLIENT'], 24 * 60],
    [['NO_SUCH_ROLE'], 15],
  ])('of %s rests at most %s minutes', (roles, minutes) => {
    expect(sessionLimits(roles).idleMs).toBe(minutes * 60_000);
  });
});

describe('a tenant', () => {
  const spec = specification(tenant);
  const asked = { tenantId: 'ten_1', name: 'Kiln', slug: 'kiln', kind: 'BUSINESS' } as const;
  const facts = {
    ...asked,
    timeZone: 'Europe/Berlin',
    locale: 'de',
    currency: 'EUR',
    country: 'DE',
  };
  const request = (overrides: object) =>
    ({ type: 'Request', tenant: { ...asked, ...overrides } }) as const;
  const activate = (overrides: object) =>
    ({ type: 'Activate', tenant: { ...facts, ...overrides } }) as const;

  it('takes its slug', () =>
    spec
      .given()
      .when(request({}))
      .then([{ type: 'TenantRequested', data: asked }]));
  it.each(['ab', 'Kiln', '-kiln', 'kiln-', 'a'.repeat(41), 'admin'])(
    'cannot be called %s',
    (slug) => spec.given().when(request({ slug })).thenRefused('SLUG_INVALID', ['slug']),
  );
  it('is activated', () =>
    spec
      .given()
      .when(activate({}))
      .then([{ type: 'TenantActivated', data: facts }]));
  it('is activated once', () =>
    spec.given({ type: 'TenantActivated', data: facts }).when(activate({})).then([]));
  it.each([
    ['timeZone', 'Mars/Base'],
    ['currency', 'XXZ'],
    ['country', 'Germany'],
  ])('has no %s %s', (field, value) =>
    spec
      .given()
      .when(activate({ [field]: value }))
      .thenRefused('INPUT_INVALID', [field]),
  );
});

describe('an e-mail address', () => {
  it.each(['a@b.de', 'Mia.M+nexus@Kiln.Test', 'x@xn--bcher-kva.example'])('may be %s', (email) => {
    expect(emailFindings(email)).toEqual([]);
  });

  it.each([
    '',
    'a',
    'a@b',
    '@b.de',
    'a b@c.de',
    'a@b..de',
    'a@-b.de',
    `${'a'.repeat(65)}@b.de`,
    'a@b.de\u0000',
    'a@b.de\u202e',
  ])('may not be %j', (email) => {
    expect(emailFindings(email)[0]?.rule).toBe('EMAIL_INVALID');
  });
  it('is one account in any case and width', () => {
    expect(canonicalEmail(' Ｍia@KILN.test ')).toBe('mia@kiln.test');
    expect(canonicalEmail('mia+a@kiln.test')).not.toBe(canonicalEmail('mia@kiln.test'));
  });
});

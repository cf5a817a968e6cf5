import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provisionTenant } from '../src/index.js';
import {
  type IdentityHouse,
  openIdentityHouse,
  PASSWORD,
  type UserErrorData,
} from './support/house.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
  await house.member({ email: 'emil@kiln.test', name: 'Emil' });
  await house.member({ email: 'aud@kiln.test', name: 'Audrey', roles: ['AUDITOR'] });
});
afterAll(() => house.close());

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly default: string;
  readonly viewerCanEdit: boolean;
}
interface Tenant {
  readonly settingsVersion: number;
  readonly weekStart: string;
  readonly timeZone: string;
  readonly viewerCanEditSettings: boolean;
  readonly settings: Setting[];
}
const TENANT = `settingsVersion weekStart timeZone viewerCanEditSettings
  settings { key group type value default min max unit options viewerCanEdit }`;

async function tenantOf(email: string): Promise<Tenant> {
  const { caller } = await house.asPerson(email);
  return (await caller.ask<{ tenant: Tenant }>(`{ tenant { ${TENANT} } }`)).tenant;
}

interface Updated {
  readonly tenant: Tenant | null;
  readonly errors: UserErrorData[];
}
const UPDATE = `mutation($input: SettingsUpdateInput!) { settingsUpdate(input: $input) {
  tenant { ${TENANT} } errors { code rule path } } }`;

async function update(changes: object[], more: object = {}, email = 'ada@kiln.test') {
  const { caller } = await house.asPerson(email);
  const input = { changes, ...more };
  return (await caller.ask<{ settingsUpdate: Updated }>(UPDATE, { input })).settingsUpdate;
}

describe('settings', () => {
  it('are seen whole by who keeps them, and as far as portals need them by everybody', async () => {
    const [admin, auditor, employee] = await Promise.all(
      ['ada@kiln.test', 'aud@kiln.test', 'emil@kiln.test'].map(tenantOf),
    );
    expect(admin?.settings.every(({ viewerCanEdit }) => viewerCanEdit)).toBe(true);
    expect(admin?.settings.map(({ key }) => key)).toContain('session.staff.idle');
    expect(auditor?.settings).toHaveLength(admin?.settings.length ?? 0);
    expect(auditor?.settings.some(({ viewerCanEdit }) => viewerCanEdit)).toBe(false);
    expect(employee?.settings.map(({ key }) => key)).toEqual([
      'locale',
      'timeZone',
      'currency',
      'weekStart',
    ]);
    expect([admin, auditor, employee].map((seen) => seen?.viewerCanEditSettings)).toEqual([
      true,
      false,
      false,
    ]);
    expect(employee?.settings[1]).toMatchObject({
      value: 'Europe/Berlin',
      default: 'Europe/Berlin',
    });
  });

  it('are changed all together or not at all, each error at its place', async () => {
    const refused = await update([
      { key: 'weekStart', value: 'SUNDAY' },
      { key: 'invitation.days', value: '40' },
      { key: 'nonsense', value: '1' },
    ]);
    expect(refused.tenant).toBeNull();
    expect(refused.errors).toEqual([
      {
        code: 'INVALID',
        rule: 'SETTING_OUT_OF_RANGE',
        path: ['input', 'changes', '1', 'value'],
      },
      { code: 'NOT_FOUND', rule: 'SETTING_UNKNOWN', path: ['input', 'changes', '2', 'key'] },
    ]);
    expect((await tenantOf('ada@kiln.test')).weekStart).toBe('MONDAY');
    const done = await update([{ key: 'weekStart', value: 'SUNDAY' }], { expectedVersion: 0 });
    expect(done).toMatchObject({
      tenant: { weekStart: 'SUNDAY', settingsVersion: 1 },
      errors: [],
    });
    const stale = await update([{ key: 'weekStart' }], { expectedVersion: 0 });
    expect(stale.errors[0]?.code).toBe('STALE_VERSION');
  });

  it('are changed by who may, within the own tenant', async () => {
    const { caller } = await house.asPerson('emil@kiln.test');
    const { errors } = await caller.execute(UPDATE, { input: { changes: [] } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { tenantId } = await provisionTenant(house, {
      name: 'Rook',
      slug: 'rook',
      timeZone: 'Europe/Paris',
      locale: 'fr-FR',
      currency: 'EUR',
      country: 'FR',
    });
    await house.member({
      tenantId,
      email: 'rita@rook.test',
      name: 'Rita',
      roles: ['TENANT_ADMIN'],
    });
    await update([{ key: 'weekStart', value: 'SATURDAY' }], {}, 'rita@rook.test');
    expect((await tenantOf('rita@rook.test')).settingsVersion).toBe(1);
    expect((await tenantOf('ada@kiln.test')).weekStart).toBe('SUNDAY');
  });

  it('of zone and language hold for the whole house, and go back to what the tenant was made with', async () => {
    await update([{ key: 'timeZone', value: 'Europe/Lisbon' }]);
    const zone = async () => (await house.runtime.consumers.tenants.facts(house.tenantId)).timeZone;
    // Every process hears of it from the log.
    while ((await zone()) !== 'Europe/Lisbon') await new Promise((next) => setTimeout(next, 20));
    expect(await tenantOf('ada@kiln.test')).toMatchObject({ timeZone: 'Europe/Lisbon' });
    const back = await update([{ key: 'timeZone', value: null }]);
    expect(back.tenant?.timeZone).toBe('Europe/Berlin');
  });

  it('say how long an invitation is good', async () => {
    await update([{ key: 'invitation.days', value: '2' }]);
    const { caller } = await house.asPerson('ada@kiln.test');
    const { memberInvite } = await caller.ask<{
      memberInvite: { invitation: { expiresAt: string } };
    }>(
      'mutation { memberInvite(input: { email: "noa@kiln.test", name: "Noa", roles: ["EMPLOYEE"] }) { invitation { expiresAt } } }',
    );
    const days = 2 * 86_400_000;
    expect(Date.parse(memberInvite.invitation.expiresAt)).toBe(house.clock.now().getTime() + days);
  });

  it('say how long a password is: the strictest of the tenants that it opens', async () => {
    await update([{ key: 'password.minLength', value: '40' }]);
    const { caller } = await house.asPerson('emil@kiln.test');
    const { passwordChange } = await caller.ask<{ passwordChange: { errors: UserErrorData[] } }>(
      `mutation($input: PasswordChangeInput!) { passwordChange(input: $input) { errors { rule path } } }`,
      { input: { currentPassword: PASSWORD, password: 'lantern ferry copper 79 quiet' } },
    );
    expect(passwordChange.errors).toEqual([
      { rule: 'PASSWORD_TOO_SHORT', path: ['input', 'password'] },
    ]);
    const token = await house.tokenMailedTo('noa@kiln.test');
    const { invitationAccept } = await house.anonymous.ask<{
      invitationAccept: { errors: UserErrorData[] };
    }>(
      'mutation($input: InvitationAcceptInput!) { invitationAccept(input: $input) { errors { rule } } }',
      { input: { token, name: 'Noa', password: 'lantern ferry copper 79 quiet' } },
    );
    expect(invitationAccept.errors).toEqual([{ rule: 'PASSWORD_TOO_SHORT' }]);
  });

  it('say how long a session rests and lasts, from the next sign-in on', async () => {
    await update([{ key: 'session.staff.idle', value: '20' }]);
    const { caller } = await house.asPerson('emil@kiln.test');
    const { viewer } = await caller.ask<{
      viewer: { sessions: { idleAt: string; current: boolean }[] };
    }>('{ viewer { sessions { idleAt current } } }');
    const own = viewer.sessions.find(({ current }) => current);
    expect(Date.parse(own?.idleAt ?? '')).toBe(house.clock.now().getTime() + 20 * 60_000);
  });
});

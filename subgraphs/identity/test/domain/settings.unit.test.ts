import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { sessionLimits } from '../../src/domain/session-limits.js';
import { SETTING_DEFINITIONS } from '../../src/domain/setting-definitions.js';
import { defaultOf, parseSetting, tenantSessionLimits } from '../../src/domain/setting-values.js';
import {
  type SettingChange,
  type TenantSettingsCommand,
  tenantSettings,
} from '../../src/domain/tenant-settings.aggregate.js';
import type { TenantSettingsEvent } from '../../src/domain/tenant-settings.events.js';

const provisioned = { locale: 'de-DE', timeZone: 'Europe/Berlin', currency: 'EUR' } as const;
const tenantId = 'ten_1';
const change = (...changes: SettingChange[]): TenantSettingsCommand => ({
  type: 'Change',
  tenantId,
  changes,
  provisioned,
});
const set = (key: string, value: string | null) => change({ key, value });
const changed = (key: string, from: string | number, to: string | number): TenantSettingsEvent => ({
  type: 'SettingChanged',
  data: { tenantId, key, from, to },
});
const spec = specification(tenantSettings);

describe('the settings of a tenant', () => {
  it('begin with what the tenant was made with', () =>
    spec
      .given()
      .when(set('timeZone', 'Europe/Lisbon'))
      .then([changed('timeZone', 'Europe/Berlin', 'Europe/Lisbon')]));
  it('change several at once', () =>
    spec
      .given()
      .when(change({ key: 'weekStart', value: 'SUNDAY' }, { key: 'invitation.days', value: '14' }))
      .then([changed('weekStart', 'MONDAY', 'SUNDAY'), changed('invitation.days', 7, 14)]));
  it('tell nothing where nothing changes', () =>
    spec.given().when(set('invitation.days', '7')).then([]));
  it('go back to their default', () =>
    spec
      .given(changed('locale', 'de-DE', 'en-GB'))
      .when(set('locale', null))
      .then([changed('locale', 'en-GB', 'de-DE')]));
  it('keep a language in its canonical form', () =>
    spec
      .given()
      .when(set('locale', 'EN-gb'))
      .then([changed('locale', 'de-DE', 'en-GB')]));
  it('are those of the registry', () =>
    spec
      .given()
      .when(set('session.operator.idle', '10'))
      .thenRefused('SETTING_UNKNOWN', ['changes', '0', 'key']));
  it('change all or none, and say which cannot be', () =>
    spec
      .given()
      .when(change({ key: 'weekStart', value: 'SUNDAY' }, { key: 'invitation.days', value: '31' }))
      .thenRefused('SETTING_OUT_OF_RANGE', ['changes', '1', 'value']));
  it('change each once', () =>
    spec
      .given()
      .when(change({ key: 'weekStart', value: 'SUNDAY' }, { key: 'weekStart', value: 'MONDAY' }))
      .thenRefused('INPUT_INVALID', ['changes', '1', 'key']));
  it('let no session rest longer than it lasts', () =>
    spec
      .given(changed('session.staff.idle', 480, 960))
      .when(set('session.staff.absolute', '600'))
      .thenRefused('SESSION_IDLE_TOO_LONG', ['changes', '0', 'value']));
  it.each([
    ['locale', 'no tag'],
    ['timeZone', 'Europe/Atlantis'],
    ['currency', 'EURO'],
    ['weekStart', 'FRIDAY'],
    ['invitation.days', '1.5'],
    ['invitation.days', ''],
  ])('%s is never %j', (key, value) =>
    spec
      .given()
      .when(set(key, value))
      .thenRefused('SETTING_VALUE_INVALID', ['changes', '0', 'value']),
  );
  it.each([
    ['password.minLength', '14'],
    ['password.minLength', '65'],
    ['invitation.days', '0'],
    ['session.staff.idle', '4'],
    ['session.client.absolute', String(60 * 24 * 60 + 1)],
  ])('%s goes not to %s', (key, value) =>
    spec.given().when(set(key, value)).thenRefused('SETTING_OUT_OF_RANGE'),
  );
});

describe('the registry of settings', () => {
  it.each(SETTING_DEFINITIONS.map((definition) => [definition.key, definition] as const))(
    '%s has a default that it accepts',
    (_, definition) => {
      const fallback = defaultOf(definition, provisioned);
      expect(parseSetting(definition, String(fallback))).toEqual({ value: fallback });
    },
  );
});

describe('how long sessions last in a tenant', () => {
  const limits = (values: Record<string, number>, ...roles: string[]) =>
    sessionLimits(roles, tenantSessionLimits(values));
  it('is what holds everywhere until something is set', () =>
    expect(limits({}, 'EMPLOYEE')).toEqual(sessionLimits(['EMPLOYEE'])));
  it('is set by class, and the strictest class still counts', () => {
    const values = { 'session.staff.idle': 20, 'session.sensitive.absolute': 60 };
    expect(limits(values, 'EMPLOYEE').idleMs).toBe(20 * 60_000);
    expect(limits(values, 'EMPLOYEE', 'AUDITOR')).toEqual({
      idleMs: 20 * 60_000,
      absoluteMs: 3_600_000,
    });
  });
  it('is never lengthened for the operator', () =>
    expect(limits({ 'session.operator.idle': 600 }, 'PLATFORM_ADMIN').idleMs).toBe(15 * 60_000));
});

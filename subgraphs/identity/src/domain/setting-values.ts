import { isCurrency, isTimeZone, type Violation, violation } from '@nexus/kit/domain';
import { canonicalLocale } from './regional.js';
import type { SessionClass } from './roles.js';
import { SESSION_DEFAULTS, type SessionLimits } from './session-limits.js';
import {
  type RegionalKey,
  type SettingDefinition,
  type SettingKey,
  type SettingValue,
  settingDefinition,
} from './setting-definitions.js';

/** What a tenant has set, by key; what is absent has its default. */
export type SettingValues = Readonly<Partial<Record<string, SettingValue>>>;
/** What the tenant was made with. */
export type Provisioned = Readonly<Record<RegionalKey, string>>;

/** The value of a text that somebody typed, or why it is none. */
export function parseSetting(
  { type, min, max, options }: SettingDefinition,
  text: string,
): { readonly value: SettingValue } | { readonly finding: Violation } {
  const invalid = (message: string) => ({ finding: violation('SETTING_VALUE_INVALID', message) });
  switch (type) {
    case 'INTEGER': {
      if (!/^-?\d{1,9}$/.test(text)) return invalid('This is no whole number.');
      const value = Number(text);
      if (value >= (min ?? value) && value <= (max ?? value)) return { value };
      return {
        finding: violation('SETTING_OUT_OF_RANGE', `This goes from ${min} to ${max}.`, {
          meta: { min, max },
        }),
      };
    }
    case 'CHOICE':
      return options?.includes(text) ? { value: text } : invalid('This is none of the options.');
    case 'LOCALE': {
      const value = canonicalLocale(text);
      return value ? { value } : invalid('This is no language tag such as `de-DE`.');
    }
    case 'TIME_ZONE':
      return isTimeZone(text) ? { value: text } : invalid('This is no IANA time zone.');
    case 'CURRENCY':
      return isCurrency(text) ? { value: text } : invalid('This is no ISO 4217 currency.');
    default:
      return type satisfies never;
  }
}

/** The default of a setting in a tenant that was made with these. */
export function defaultOf(definition: SettingDefinition, provisioned: Provisioned): SettingValue {
  return definition.default ?? provisioned[definition.key as RegionalKey];
}

/** A number that a tenant has set, or its default. */
function numberOf(values: SettingValues, key: SettingKey): number {
  return Number(values[key] ?? settingDefinition(key)?.default);
}

/** For how many days an invitation is good. */
export function invitationDays(values: SettingValues): number {
  return numberOf(values, 'invitation.days');
}

/** How many characters a new password has at least. */
export function passwordMinLength(values: SettingValues): number {
  return numberOf(values, 'password.minLength');
}

/** How long sessions of a class may rest and last in a tenant. */
export function tenantSessionLimits(
  values: SettingValues,
): (sessions: SessionClass) => SessionLimits {
  return (sessions) => {
    if (sessions === 'operator') return SESSION_DEFAULTS.operator;
    return {
      idleMs: numberOf(values, `session.${sessions}.idle`) * 60_000,
      absoluteMs: numberOf(values, `session.${sessions}.absolute`) * 60_000,
    };
  };
}

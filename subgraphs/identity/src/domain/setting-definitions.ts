import { INVITATION_DAYS } from './invitation.aggregate.js';
import { MIN_LENGTH } from './password.rules.js';
import type { SessionClass } from './roles.js';
import { SESSION_DEFAULTS } from './session-limits.js';

/** What a setting holds: a whole number, or a text of its type. */
export type SettingValue = string | number;
export type SettingType = 'LOCALE' | 'TIME_ZONE' | 'CURRENCY' | 'CHOICE' | 'INTEGER';
export type SettingGroup = 'REGIONAL' | 'JOINING' | 'PASSWORDS' | 'SESSIONS';
export type SettingUnit = 'DAYS' | 'MINUTES' | 'CHARACTERS';

/** Classes of sessions whose limits a tenant sets; the operator's are the platform's alone. */
export const TENANT_SESSION_CLASSES = ['sensitive', 'staff', 'client'] as const;
type TenantSessionClass = (typeof TENANT_SESSION_CLASSES)[number] & SessionClass;

/** Settings that a tenant is made with: their default is what it was made with. */
export type RegionalKey = 'locale' | 'timeZone' | 'currency';
export type SettingKey =
  | RegionalKey
  | 'weekStart'
  | 'invitation.days'
  | 'password.minLength'
  | `session.${TenantSessionClass}.${'idle' | 'absolute'}`;

export interface SettingDefinition {
  readonly key: SettingKey;
  readonly type: SettingType;
  readonly group: SettingGroup;
  /** Null: what the tenant was made with. */
  readonly default: SettingValue | null;
  /** Least and greatest of an INTEGER, in `unit`. */
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: SettingUnit | null;
  /** All values of a CHOICE. */
  readonly options: readonly string[] | null;
  /** The scope that changes it. */
  readonly editScope: 'identity:settings:write';
  /** Every member may read it: portals show dates by it. Others need `identity:settings:read`. */
  readonly everybodyReads: boolean;
}

const NOTHING_MORE = { min: null, max: null, unit: null, options: null } as const;

function regional(
  key: SettingKey,
  type: SettingType,
  more: Partial<SettingDefinition> = {},
): SettingDefinition {
  return {
    key,
    type,
    group: 'REGIONAL',
    default: null,
    ...NOTHING_MORE,
    ...more,
    editScope: 'identity:settings:write',
    everybodyReads: true,
  };
}

function integer(
  key: SettingKey,
  bounds: Pick<SettingDefinition, 'group' | 'unit'> &
    Readonly<Record<'default' | 'min' | 'max', number>>,
): SettingDefinition {
  const rest = { editScope: 'identity:settings:write', everybodyReads: false } as const;
  return { key, type: 'INTEGER', options: null, ...bounds, ...rest };
}

const minutes = (ms: number): number => ms / 60_000;

/** A tenant may shorten freely, and lengthen up to twice the default. */
function sessionSettings(sessions: TenantSessionClass): SettingDefinition[] {
  const idle = minutes(SESSION_DEFAULTS[sessions].idleMs);
  const absolute = minutes(SESSION_DEFAULTS[sessions].absoluteMs);
  const base = { group: 'SESSIONS', unit: 'MINUTES' } as const;
  return [
    integer(`session.${sessions}.idle`, { ...base, default: idle, min: 5, max: 2 * idle }),
    integer(`session.${sessions}.absolute`, {
      ...base,
      default: absolute,
      min: 30,
      max: 2 * absolute,
    }),
  ];
}

/** Every setting there is, in the order in which a page shows them. Each has an effect in the running product. */
export const SETTING_DEFINITIONS: readonly SettingDefinition[] = [
  regional('locale', 'LOCALE'),
  regional('timeZone', 'TIME_ZONE'),
  regional('currency', 'CURRENCY'),
  regional('weekStart', 'CHOICE', {
    default: 'MONDAY',
    options: ['MONDAY', 'SATURDAY', 'SUNDAY'],
  }),
  integer('invitation.days', {
    group: 'JOINING',
    unit: 'DAYS',
    default: INVITATION_DAYS,
    min: 1,
    max: 30,
  }),
  integer('password.minLength', {
    group: 'PASSWORDS',
    unit: 'CHARACTERS',
    default: MIN_LENGTH,
    min: MIN_LENGTH,
    max: 64,
  }),
  ...TENANT_SESSION_CLASSES.flatMap(sessionSettings),
];

const BY_KEY = new Map<string, SettingDefinition>(
  SETTING_DEFINITIONS.map((definition) => [definition.key, definition]),
);

export function settingDefinition(key: string): SettingDefinition | undefined {
  return BY_KEY.get(key);
}

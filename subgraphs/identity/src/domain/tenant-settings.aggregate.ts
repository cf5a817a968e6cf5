import {
  accept,
  aggregate,
  type Decision,
  judge,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import {
  type SettingDefinition,
  type SettingValue,
  settingDefinition,
  TENANT_SESSION_CLASSES,
} from './setting-definitions.js';
import {
  defaultOf,
  type Provisioned,
  parseSetting,
  type SettingValues,
  tenantSessionLimits,
} from './setting-values.js';
import { type TenantSettingsEvent, tenantSettingsEvents } from './tenant-settings.events.js';

export interface TenantSettingsState {
  readonly values: SettingValues;
}

export interface SettingChange {
  readonly key: string;
  /** Null puts the default back. */
  readonly value: string | null;
}

export interface TenantSettingsCommand {
  readonly type: 'Change';
  readonly tenantId: string;
  readonly changes: readonly SettingChange[];
  readonly provisioned: Provisioned;
}

interface Wanted {
  readonly definition: SettingDefinition;
  readonly value: SettingValue;
}

function evolve({ values }: TenantSettingsState, { data }: TenantSettingsEvent) {
  return { values: { ...values, [data.key]: data.to } };
}

/** What one change wants, or why it cannot be had; paths begin at the change. */
function wanted(
  { key, value }: SettingChange,
  provisioned: Provisioned,
): Wanted | { readonly finding: Violation } {
  const definition = settingDefinition(key);
  if (!definition) {
    const unknown = violation('SETTING_UNKNOWN', 'There is no such setting.', { path: ['key'] });
    return { finding: unknown };
  }
  if (value === null) return { definition, value: defaultOf(definition, provisioned) };
  const parsed = parseSetting(definition, value);
  if ('value' in parsed) return { definition, value: parsed.value };
  return { finding: { ...parsed.finding, path: ['value'] } };
}

/** Sessions cannot rest longer than they last: the later limit would never be reached. */
function sessionFindings(after: SettingValues, changes: readonly SettingChange[]): Violation[] {
  const limits = tenantSessionLimits(after);
  return TENANT_SESSION_CLASSES.flatMap((sessions) => {
    const at = changes.findIndex(({ key }) => key.startsWith(`session.${sessions}.`));
    if (at < 0 || limits(sessions).idleMs <= limits(sessions).absoluteMs) return [];
    const message = 'A session cannot rest longer than it lasts.';
    return [
      violation('SESSION_IDLE_TOO_LONG', message, { path: ['changes', String(at), 'value'] }),
    ];
  });
}

function decide(
  { values }: TenantSettingsState,
  { tenantId, changes, provisioned }: TenantSettingsCommand,
): Decision<TenantSettingsEvent> {
  const findings: Violation[] = [];
  const after: Partial<Record<string, SettingValue>> = { ...values };
  const events: TenantSettingsEvent[] = [];
  const seen = new Set<string>();
  changes.forEach((change, at) => {
    const add = (finding: Violation) =>
      findings.push({ ...finding, path: ['changes', String(at), ...(finding.path ?? [])] });
    if (seen.has(change.key)) {
      add(violation('INPUT_INVALID', 'This setting is changed twice.', { path: ['key'] }));
      return;
    }
    seen.add(change.key);
    const want = wanted(change, provisioned);
    if ('finding' in want) {
      add(want.finding);
      return;
    }
    const { definition, value: to } = want;
    const from = values[definition.key] ?? defaultOf(definition, provisioned);
    after[definition.key] = to;
    if (from !== to) {
      events.push({ type: 'SettingChanged', data: { tenantId, key: definition.key, from, to } });
    }
  });
  if (findings.length === 0) findings.push(...sessionFindings(after, changes));
  return findings.length === 0 ? accept(events) : judge(findings, () => []);
}

/** What a tenant has chosen of what can be chosen. Stream `tenant-settings-{tenantId}`; all changes or none. */
export const tenantSettings = aggregate<
  TenantSettingsState,
  TenantSettingsCommand,
  TenantSettingsEvent
>({
  name: 'tenant-settings',
  catalogue: tenantSettingsEvents,
  initial: { values: {} },
  decide,
  evolve,
});

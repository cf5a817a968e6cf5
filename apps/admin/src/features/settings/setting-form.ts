import type { SettingLineFragment } from './setting-line.generated.js';

/** Values by the form's names of the settings. */
export type SettingValues = Record<string, string>;

/** The form's name of a setting: a dot would be a step into a nested value. */
export const nameOf = (key: string) => key.replaceAll('.', '-');

export function valuesOf(settings: readonly SettingLineFragment[]): SettingValues {
  return Object.fromEntries(settings.map(({ key, value }) => [nameOf(key), value]));
}

export interface SettingChange {
  readonly key: string;
  /** Null puts the default back. */
  readonly value: string | null;
}

/** What was changed in the form, as the graph takes it. */
export function changesIn(
  settings: readonly SettingLineFragment[],
  values: SettingValues,
): SettingChange[] {
  return settings.flatMap(({ key, value, default: standard }) => {
    const wished = values[nameOf(key)]?.trim() ?? value;
    if (wished === value) return [];
    return [{ key, value: wished === standard ? null : wished }];
  });
}

interface Placed {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** Errors of `changes.2.value` as errors of the setting that was changed third. */
export function placeAtSettings(
  errors: readonly Placed[],
  changes: readonly SettingChange[],
): Placed[] {
  return errors.map((error) => {
    const path = error.path?.filter((step) => step !== 'input') ?? [];
    const change = path[0] === 'changes' ? changes[Number(path[1])] : undefined;
    return change ? { ...error, path: [nameOf(change.key)] } : error;
  });
}

import { Combobox } from '@nexus/ui/forms/combobox';
import { Input } from '@nexus/ui/forms/input';
import type { Option } from '@nexus/ui/forms/option';
import { Select } from '@nexus/ui/forms/select';
import {
  currencyOptions,
  localeOptions,
  optionOf,
  timeZoneOptions,
} from '@nexus/ui/i18n/region-options';
import { useMemo } from 'react';
import type { ControllerRenderProps } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SettingValues } from './setting-form.js';
import type { SettingLineFragment } from './setting-line.generated.js';
import { useValueWords } from './use-value-words.js';

interface SettingControlProps {
  readonly setting: SettingLineFragment;
  readonly label: string;
  readonly field: ControllerRenderProps<SettingValues, string>;
}

/** The control that suits a setting's type. */
export function SettingControl({ setting, label, field }: SettingControlProps) {
  const { i18n } = useTranslation('settings');
  const wordsOf = useValueWords();
  const options = useMemo(() => optionsOf(setting.type, i18n.language), [setting.type, i18n]);
  switch (setting.type) {
    case 'INTEGER':
      return <Input {...field} inputMode="numeric" className="max-w-40" />;
    case 'CHOICE':
      return (
        <Select
          value={field.value ?? null}
          onChange={field.onChange}
          options={(setting.options ?? []).map((value) => ({
            value,
            label: wordsOf(setting, value),
          }))}
        />
      );
    case 'LOCALE':
    case 'TIME_ZONE':
    case 'CURRENCY':
      return (
        <Combobox
          label={label}
          options={options}
          value={optionOf(options, field.value ?? null)}
          onChange={(chosen) => field.onChange(chosen?.value ?? setting.value)}
        />
      );
  }
}

function optionsOf(type: SettingLineFragment['type'], language: string): readonly Option[] {
  if (type === 'LOCALE') return localeOptions(language);
  if (type === 'TIME_ZONE') return timeZoneOptions();
  return type === 'CURRENCY' ? currencyOptions(language) : [];
}

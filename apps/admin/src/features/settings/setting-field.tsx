import { Button } from '@nexus/ui/components/button';
import { FormField } from '@nexus/ui/forms/form-field';
import { RotateCcw } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SettingControl } from './setting-control.js';
import { nameOf, type SettingValues } from './setting-form.js';
import type { SettingLineFragment } from './setting-line.generated.js';
import { useValueWords } from './use-value-words.js';

/** One setting: what it means, what holds, and a way back to the default. */
export function SettingField({ setting }: { readonly setting: SettingLineFragment }) {
  const { t, i18n } = useTranslation('settings');
  const { watch, setValue } = useFormContext<SettingValues>();
  const wordsOf = useValueWords();
  const { key, default: standard, viewerCanEdit } = setting;
  const name = nameOf(key);
  const label = i18n.exists(`settings:keys.${name}`) ? String(t(`keys.${name}` as never)) : key;
  const isOwn = watch(name) !== standard;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <FormField<SettingValues, string>
        name={name}
        label={label}
        hint={hintOf()}
        isDisabled={!viewerCanEdit}
        isRequired={viewerCanEdit}
        className="flex-1 basis-64"
      >
        {(field) => <SettingControl setting={setting} label={label} field={field} />}
      </FormField>
      <div className="min-w-32 pt-6">
        {isOwn && viewerCanEdit && (
          <Button
            variant="ghost"
            size="small"
            icon={RotateCcw}
            onClick={() => setValue(name, standard, { shouldDirty: true, shouldValidate: true })}
          >
            {t('reset')} <span className="sr-only">{label}</span>
          </Button>
        )}
      </div>
    </div>
  );

  function hintOf(): string {
    const parts = [t('default', { value: wordsOf(setting, standard) })];
    if (setting.min !== null && setting.max !== null) {
      parts.push(t('range', { min: setting.min, max: setting.max }));
    }
    return parts.join(' ');
  }
}

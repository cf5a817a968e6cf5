import { Button } from '@nexus/ui/components/button';
import { IconButton } from '@nexus/ui/components/icon-button';
import { Section } from '@nexus/ui/components/section';
import { DateInput } from '@nexus/ui/forms/date-input';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type BillerValues, HINTS } from './biller-values.js';

/** The business's own tax rates, which count before those that come with Nexus. */
export function TaxRatesFields({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation('rates');
  const { fields, append, remove } = useFieldArray<BillerValues, 'taxRates'>({ name: 'taxRates' });
  return (
    <Section
      title={t('taxes.title')}
      description={t('taxes.hint')}
      actions={
        !isDisabled && (
          <Button
            size="small"
            icon={Plus}
            onClick={() => append({ jurisdiction: '', hint: 'STANDARD', percent: '', from: null })}
          >
            {t('taxes.add')}
          </Button>
        )
      }
    >
      {fields.length === 0 && <p className="text-muted">{t('taxes.none')}</p>}
      <ul className="grid gap-4">
        {fields.map(({ id }, place) => (
          <li key={id} className="grid items-end gap-3 sm:grid-cols-[1fr_1.5fr_1fr_1.5fr_auto]">
            <FormField<BillerValues>
              name={`taxRates.${place}.jurisdiction`}
              label={t('taxes.jurisdiction')}
              isDisabled={isDisabled}
              isRequired
            >
              {(field) => <Input {...field} value={String(field.value)} placeholder="DE" />}
            </FormField>
            <FormField<BillerValues, `taxRates.${number}.hint`>
              name={`taxRates.${place}.hint`}
              label={t('taxes.kind')}
              isDisabled={isDisabled}
            >
              {({ value, onChange }) => (
                <Select
                  value={value}
                  onChange={onChange}
                  options={HINTS.map((hint) => ({ value: hint, label: t(`taxHints.${hint}`) }))}
                />
              )}
            </FormField>
            <FormField<BillerValues>
              name={`taxRates.${place}.percent`}
              label={t('taxes.percent')}
              isDisabled={isDisabled}
              isRequired
            >
              {(field) => <Input {...field} value={String(field.value)} inputMode="decimal" />}
            </FormField>
            <FormField<BillerValues, `taxRates.${number}.from`>
              name={`taxRates.${place}.from`}
              label={t('taxes.from')}
              isDisabled={isDisabled}
              isRequired
            >
              {({ value, onChange }) => <DateInput value={value} onChange={onChange} />}
            </FormField>
            {!isDisabled && (
              <IconButton
                icon={Trash2}
                label={t('taxes.remove', { place: place + 1 })}
                onClick={() => remove(place)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

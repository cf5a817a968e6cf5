import { Section } from '@nexus/ui/components/section';
import { Checkbox } from '@nexus/ui/forms/checkbox';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { TagInput } from '@nexus/ui/forms/tag-input';
import { useTranslation } from 'react-i18next';
import { type BillerValues, INCREMENTS } from './biller-values.js';

const TEXTS = [
  'legalName',
  'vatId',
  'country',
  'currency',
  'invoiceSeries',
  'creditNoteSeries',
  'paymentTerms',
] as const;

/** Name, numbers and terms. */
export function BillerFields({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation('rates');
  return (
    <Section title={t('biller.title')} description={t('biller.hint')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {TEXTS.map((name) => (
          <FormField<BillerValues, typeof name>
            key={name}
            name={name}
            label={t(`biller.${name}`)}
            isDisabled={isDisabled}
          >
            {(field) => <Input {...field} />}
          </FormField>
        ))}
        <FormField<BillerValues, 'incrementMinutes'>
          name="incrementMinutes"
          label={t('biller.incrementMinutes')}
          isDisabled={isDisabled}
        >
          {({ value, onChange }) => (
            <Select
              value={value}
              onChange={onChange}
              options={INCREMENTS.map((minutes) => ({
                value: minutes as string,
                label: t('biller.minutes', { count: Number(minutes) }),
              }))}
            />
          )}
        </FormField>
        <FormField<BillerValues, 'registrations'>
          name="registrations"
          label={t('biller.registrations')}
          hint={t('biller.registrationsHint')}
          isDisabled={isDisabled}
        >
          {({ value, onChange }) => <TagInput value={value} onChange={onChange} />}
        </FormField>
        <FormField<BillerValues, 'oneStopShop'>
          name="oneStopShop"
          label={t('biller.oneStopShop')}
          isLabelHidden
          isDisabled={isDisabled}
        >
          {({ value, onChange }) => (
            <Checkbox
              label={t('biller.oneStopShop')}
              hint={t('biller.oneStopShopHint')}
              isChecked={value}
              onChange={onChange}
            />
          )}
        </FormField>
      </div>
    </Section>
  );
}

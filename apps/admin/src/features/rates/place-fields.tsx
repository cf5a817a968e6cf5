import { Section } from '@nexus/ui/components/section';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useTranslation } from 'react-i18next';
import type { BillerValues } from './biller-values.js';

const ADDRESS = ['line1', 'line2', 'postcode', 'city', 'region', 'country'] as const;
const BANK = ['holder', 'iban', 'bic'] as const;

/** Where the business sits, and where a transfer goes: both stand on its invoices. */
export function PlaceFields({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation('rates');
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Section title={t('address.title')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {ADDRESS.map((name) => (
            <FormField<BillerValues, `address.${typeof name}`>
              key={name}
              name={`address.${name}`}
              label={t(`address.${name}`)}
              isDisabled={isDisabled}
            >
              {(field) => <Input {...field} />}
            </FormField>
          ))}
        </div>
      </Section>
      <Section title={t('bank.title')}>
        <div className="grid gap-4">
          {BANK.map((name) => (
            <FormField<BillerValues, `bank.${typeof name}`>
              key={name}
              name={`bank.${name}`}
              label={t(`bank.${name}`)}
              isDisabled={isDisabled}
            >
              {(field) => <Input {...field} />}
            </FormField>
          ))}
        </div>
      </Section>
    </div>
  );
}

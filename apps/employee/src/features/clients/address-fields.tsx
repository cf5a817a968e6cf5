import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useTranslation } from 'react-i18next';
import type { ClientValues } from './client-values.js';

const PARTS = [
  { name: 'line1', width: 'sm:col-span-4' },
  { name: 'line2', width: 'sm:col-span-4' },
  { name: 'postcode', width: 'sm:col-span-1' },
  { name: 'city', width: 'sm:col-span-3' },
  { name: 'region', width: 'sm:col-span-3' },
  { name: 'country', width: 'sm:col-span-1' },
] as const;

/** Where a client is; taxes follow from its country. */
export function AddressFields() {
  const { t } = useTranslation('clients');
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4 sm:grid-cols-4">
      <legend className="sr-only">{t('field.address')}</legend>
      {PARTS.map(({ name, width }) => (
        <FormField<ClientValues, `address.${typeof name}`>
          key={name}
          name={`address.${name}`}
          label={t(`address.${name}`)}
          className={width}
        >
          {(field) => <Input {...field} />}
        </FormField>
      ))}
    </fieldset>
  );
}

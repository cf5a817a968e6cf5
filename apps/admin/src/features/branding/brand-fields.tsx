import { Section } from '@nexus/ui/components/section';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useTranslation } from 'react-i18next';
import type { BrandFactsFragment } from './brand-facts.generated.js';
import { type BrandWish, COLORS, LOGOS } from './branding-form.js';
import { ColorInput } from './color-input.js';
import { LogoInput } from './logo-input.js';
import type { TenantBrandingFragment } from './tenant-branding.generated.js';

interface BrandFieldsProps {
  readonly tenant: TenantBrandingFragment;
  readonly draft: BrandFactsFragment;
}

/** Name, colours and logos. */
export function BrandFields({ tenant, draft }: BrandFieldsProps) {
  const { t } = useTranslation('branding');
  const isDisabled = !tenant.viewerCanEditBranding;
  return (
    <>
      <Section title={t('identity')}>
        <div className="grid gap-4">
          <FormField<BrandWish, 'displayName'>
            name="displayName"
            label={t('displayName')}
            hint={t('displayNameHint')}
            isDisabled={isDisabled}
          >
            {(field) => <Input {...field} />}
          </FormField>
          {LOGOS.map((name) => (
            <FormField<BrandWish, typeof name>
              key={name}
              name={name}
              label={t(name)}
              isDisabled={isDisabled}
            >
              {({ value, onChange }) => (
                <LogoInput
                  value={value}
                  onChange={onChange}
                  present={name === 'logo' ? draft.logoUrl : draft.darkLogoUrl}
                />
              )}
            </FormField>
          ))}
        </div>
      </Section>
      <Section title={t('colors')} description={t('colorsHint')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {COLORS.map((name) => (
            <FormField<BrandWish, typeof name>
              key={name}
              name={name}
              label={t(`parts.${name}`)}
              hint={t(`partHints.${name}`)}
              isDisabled={isDisabled}
            >
              {(field) => (
                <ColorInput {...field} pickLabel={t('pick', { part: t(`parts.${name}`) })} />
              )}
            </FormField>
          ))}
        </div>
      </Section>
    </>
  );
}

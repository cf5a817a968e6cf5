import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { say } from '../actions/say.js';
import { Button } from '../components/button.js';
import { Section } from '../components/section.js';
import { Combobox } from '../forms/combobox.js';
import { Form } from '../forms/form.js';
import { FormField } from '../forms/form-field.js';
import { Input } from '../forms/input.js';
import { useServerErrors } from '../forms/use-server-errors.js';
import { mutate } from '../graph/ask.js';
import { localeOptions, optionOf, timeZoneOptions } from '../i18n/region-options.js';
import type { AccountQuery } from './account.generated.js';
import { ProfileUpdateDocument } from './profile-update.generated.js';

type Profile = NonNullable<NonNullable<AccountQuery['viewer']>['profile']>;

interface Wish {
  name: string;
  locale: string | null;
  timeZone: string | null;
}

/** The own name, and in which region's manner things are shown. */
export function ProfileForm({ profile }: { readonly profile: Profile }) {
  const { t, i18n } = useTranslation('account');
  const graph = useClient();
  const { name, locale, timeZone } = profile;
  const form = useForm<Wish>({ defaultValues: { name, locale, timeZone } });
  const serverErrors = useServerErrors(form);
  const submit = async (wish: Wish) => {
    const { profileUpdate } = await mutate(graph, ProfileUpdateDocument, { input: wish });
    if (!serverErrors.place(profileUpdate)) return;
    form.reset(wish);
    say({ title: t('profile.done'), description: t('profile.doneHint'), tone: 'success' });
  };
  const locales = localeOptions(i18n.language);
  const zones = timeZoneOptions();
  return (
    <Section title={t('profile.title')}>
      <Form form={form} serverErrors={serverErrors} onSubmit={submit}>
        <FormField<Wish, 'name'> name="name" label={t('profile.name')} isRequired>
          {(field) => <Input {...field} autoComplete="name" />}
        </FormField>
        <FormField<Wish, 'locale'>
          name="locale"
          label={t('profile.locale')}
          hint={t('profile.localeHint')}
        >
          {({ value, onChange }) => (
            <Combobox
              label={t('profile.locale')}
              placeholder={t('profile.follow')}
              options={locales}
              value={optionOf(locales, value)}
              onChange={(chosen) => onChange(chosen?.value ?? null)}
              isClearable
            />
          )}
        </FormField>
        <FormField<Wish, 'timeZone'> name="timeZone" label={t('profile.timeZone')}>
          {({ value, onChange }) => (
            <Combobox
              label={t('profile.timeZone')}
              placeholder={t('profile.follow')}
              options={zones}
              value={optionOf(zones, value)}
              onChange={(chosen) => onChange(chosen?.value ?? null)}
              isClearable
            />
          )}
        </FormField>
        <Button
          type="submit"
          className="justify-self-start"
          disabled={!form.formState.isDirty}
          isBusy={form.formState.isSubmitting}
        >
          {t('profile.submit')}
        </Button>
      </Form>
    </Section>
  );
}

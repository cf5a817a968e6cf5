import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { say } from '../actions/say.js';
import { Button } from '../components/button.js';
import { Section } from '../components/section.js';
import { Form } from '../forms/form.js';
import { FormField } from '../forms/form-field.js';
import { Input } from '../forms/input.js';
import { useServerErrors } from '../forms/use-server-errors.js';
import { mutate } from '../graph/ask.js';
import { PasswordChangeDocument } from './password-change.generated.js';

const EMPTY = { currentPassword: '', password: '' };

/** A new password for the account of that address. */
export function PasswordForm({ email }: { readonly email: string }) {
  const { t } = useTranslation('account');
  const graph = useClient();
  const form = useForm({ defaultValues: EMPTY });
  const serverErrors = useServerErrors(form);
  const submit = async (input: typeof EMPTY) => {
    const { passwordChange } = await mutate(graph, PasswordChangeDocument, { input });
    if (!serverErrors.place(passwordChange)) return;
    form.reset(EMPTY);
    say({ title: t('password.done'), tone: 'success' });
  };
  return (
    <Section title={t('password.title')} description={t('password.hint')}>
      <Form form={form} serverErrors={serverErrors} onSubmit={submit}>
        {/* For password managers: whose password it is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <FormField name="currentPassword" label={t('password.current')} isRequired>
          {(field) => <Input {...field} type="password" autoComplete="current-password" />}
        </FormField>
        <FormField
          name="password"
          label={t('password.new')}
          hint={t('password.newHint')}
          isRequired
        >
          {(field) => <Input {...field} type="password" autoComplete="new-password" />}
        </FormField>
        <Button type="submit" className="justify-self-start" isBusy={form.formState.isSubmitting}>
          {t('password.submit')}
        </Button>
      </Form>
    </Section>
  );
}

import { Button } from '@nexus/ui/components/button';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Credentials } from '../../page/entrance.js';
import { useEntrance } from '../../page/entrance-context.js';
import { Head } from '../../page/head.js';
import { useDoorForm } from '../../page/use-door-form.js';
import { PersonaButtons } from './persona-buttons.js';
import type { Persona } from './personas.js';

/** E-mail and password; in the demo its people too. */
export function SignIn({ personas }: { readonly personas: readonly Persona[] }) {
  const { t } = useTranslation('sign-in');
  const entrance = useEntrance();
  const form = useForm<Credentials>({ defaultValues: { email: '', password: '' } });
  const { submit, serverErrors } = useDoorForm(form, entrance.signIn);
  const { isSubmitting } = form.formState;
  return (
    <>
      <Head title={t('title')} hint={t('hint')} />
      <Form form={form} serverErrors={serverErrors} onSubmit={async (v) => void (await submit(v))}>
        <FormField name="email" label={t('email')} isRequired>
          {(field) => <Input {...field} type="email" autoComplete="username" />}
        </FormField>
        <FormField name="password" label={t('password')} isRequired>
          {(field) => <Input {...field} type="password" autoComplete="current-password" />}
        </FormField>
        <Button type="submit" variant="primary" size="large" isBusy={isSubmitting}>
          {t('submit')}
        </Button>
      </Form>
      <p>
        <a href="/sign-in/forgot" className="text-accent underline underline-offset-4">
          {t('forgot')}
        </a>
      </p>
      {personas.length > 0 && (
        <PersonaButtons
          personas={personas}
          isDisabled={isSubmitting}
          onChoose={({ email, password }) => {
            form.reset({ email, password });
            void form.handleSubmit(async (values) => void (await submit(values)))();
          }}
        />
      )}
    </>
  );
}

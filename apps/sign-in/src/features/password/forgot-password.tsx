import { Button } from '@nexus/ui/components/button';
import { Notice } from '@nexus/ui/components/notice';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useEntrance } from '../../page/entrance-context.js';
import { Head } from '../../page/head.js';
import { useDoorForm } from '../../page/use-door-form.js';
import { PasswordForgotDocument } from './forgot.generated.js';

/** Asks for the mail that sets a new password; says the same whether the address is known or not. */
export function ForgotPassword() {
  const { t } = useTranslation('password');
  const { graph } = useEntrance();
  const [isSent, setSent] = useState(false);
  const form = useForm({ defaultValues: { email: '' } });
  const { submit, serverErrors } = useDoorForm(form, async (input) => {
    const { passwordForgot } = await graph().mutate(PasswordForgotDocument, { input });
    return passwordForgot.errors;
  });
  return (
    <>
      <Head title={t('forgot.title')} hint={t('forgot.hint')} />
      {isSent ? (
        <Notice tone="success">{t('forgot.sent')}</Notice>
      ) : (
        <Form
          form={form}
          serverErrors={serverErrors}
          onSubmit={async (values) => setSent(await submit(values))}
        >
          <FormField name="email" label={t('email')} isRequired>
            {(field) => <Input {...field} type="email" autoComplete="username" />}
          </FormField>
          <Button type="submit" variant="primary" size="large" isBusy={form.formState.isSubmitting}>
            {t('forgot.submit')}
          </Button>
        </Form>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-2">
        <a href="/sign-in/reset" className="text-accent underline underline-offset-4">
          {t('forgot.haveToken')}
        </a>
        <a href="/sign-in/" className="text-accent underline underline-offset-4">
          {t('back')}
        </a>
      </p>
    </>
  );
}

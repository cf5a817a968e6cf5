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
import { PasswordResetDocument } from './reset.generated.js';

/** Sets a new password by the token of a mail. */
export function ResetPassword() {
  const { t } = useTranslation('password');
  const { graph, token } = useEntrance();
  const [isDone, setDone] = useState(false);
  const form = useForm({ defaultValues: { token, password: '' } });
  const { submit, serverErrors } = useDoorForm(form, async (input) => {
    const { passwordReset } = await graph().mutate(PasswordResetDocument, { input });
    return passwordReset.errors;
  });
  return (
    <>
      <Head title={t('reset.title')} hint={t('reset.hint')} />
      {isDone ? (
        <Notice tone="success">{t('reset.done')}</Notice>
      ) : (
        <Form
          form={form}
          serverErrors={serverErrors}
          onSubmit={async (values) => setDone(await submit(values))}
        >
          <FormField name="token" label={t('token')} hint={t('tokenHint')} isRequired>
            {(field) => <Input {...field} spellCheck={false} />}
          </FormField>
          <FormField name="password" label={t('newPassword')} hint={t('passwordHint')} isRequired>
            {(field) => <Input {...field} type="password" autoComplete="new-password" />}
          </FormField>
          <Button type="submit" variant="primary" size="large" isBusy={form.formState.isSubmitting}>
            {t('reset.submit')}
          </Button>
        </Form>
      )}
      <p>
        <a href="/sign-in/" className="text-accent underline underline-offset-4">
          {t('back')}
        </a>
      </p>
    </>
  );
}

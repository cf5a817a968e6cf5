import { Button } from '@nexus/ui/components/button';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useEntrance } from '../../page/entrance-context.js';
import { Head } from '../../page/head.js';
import { useDoorForm } from '../../page/use-door-form.js';
import { type Joining, join } from './join.js';

/** Joins the business that a mail invited to, and goes on to its portal. */
export function AcceptInvitation() {
  const { t } = useTranslation('invitation');
  const entrance = useEntrance();
  const form = useForm<Joining>({
    defaultValues: { token: entrance.token, name: '', password: '' },
  });
  const { submit, serverErrors } = useDoorForm(form, (values) => join(entrance, values));
  return (
    <>
      <Head title={t('title')} hint={t('hint')} />
      <Form form={form} serverErrors={serverErrors} onSubmit={async (v) => void (await submit(v))}>
        <FormField name="token" label={t('token')} hint={t('tokenHint')} isRequired>
          {(field) => <Input {...field} spellCheck={false} />}
        </FormField>
        <FormField name="name" label={t('name')} hint={t('nameHint')} isRequired>
          {(field) => <Input {...field} autoComplete="name" />}
        </FormField>
        <FormField name="password" label={t('password')} hint={t('passwordHint')} isRequired>
          {(field) => <Input {...field} type="password" autoComplete="new-password" />}
        </FormField>
        <Button type="submit" variant="primary" size="large" isBusy={form.formState.isSubmitting}>
          {t('submit')}
        </Button>
      </Form>
    </>
  );
}

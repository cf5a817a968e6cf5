import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../forms/field.js';
import { Input } from '../forms/input.js';
import { describeFault } from '../graph/graph-fault.js';
import { useSentences } from '../i18n/use-sentences.js';
import { useSession } from './session-context.js';
import { useViewer } from './viewer.js';

/** Asks the same person for their password. @param formId by which a button elsewhere sends it */
export function PasswordAgain({ formId }: { readonly formId: string }) {
  const session = useSession();
  const { email } = useViewer().user;
  const { t } = useTranslation('session');
  const say = useSentences();
  const [fault, setFault] = useState<string>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    try {
      const errors = await session.signInAgain({ email: email ?? '', password });
      setFault(errors.map(say).join(' ') || undefined);
    } catch (error) {
      setFault(describeFault(error, say).message);
    }
  }

  return (
    <form id={formId} onSubmit={(event) => void send(event)} className="grid gap-4">
      <Field label={t('email')} isDisabled>
        <Input name="email" type="email" autoComplete="username" value={email ?? ''} readOnly />
      </Field>
      <Field label={t('password')} error={fault} isRequired>
        <Input name="password" type="password" autoComplete="current-password" required autoFocus />
      </Field>
    </form>
  );
}

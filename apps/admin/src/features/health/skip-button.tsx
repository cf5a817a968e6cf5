import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { useText } from '@nexus/ui/i18n/use-text';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { skipParked } from './parked-actions.js';
import type { ParkedLineFragment } from './parked-line.generated.js';

/** Gives an event up, once somebody has said why. */
export function SkipButton({ event }: { readonly event: ParkedLineFragment }) {
  const { t } = useTranslation('health');
  const text = useText();
  const context = useActionContext();
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const form = useForm({ defaultValues: { reason: '' } });
  const serverErrors = useServerErrors(form);
  if (!skipParked.isAllowed({ event, reason: '' })) return null;
  const submit = async ({ reason }: { reason: string }) => {
    const errors = await skipParked.perform({ event, reason }, context);
    if (serverErrors.place({ errors: errors ?? [] })) setIsOpen(false);
  };
  return (
    <>
      <Button size="small" variant="ghost" icon={skipParked.icon} onClick={() => setIsOpen(true)}>
        {text(skipParked.labelKey)} <span className="sr-only">{event.type}</span>
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t('parked.skipTitle')}
        description={t('parked.skipMeaning', { type: event.type, consumer: event.consumer })}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{text('ui:cancel')}</Button>
            <Button
              variant="danger"
              type="submit"
              form={formId}
              isBusy={form.formState.isSubmitting}
            >
              {t('parked.skipConfirm')}
            </Button>
          </>
        }
      >
        <Form form={form} id={formId} serverErrors={serverErrors} onSubmit={submit}>
          <FormField
            name="reason"
            label={t('parked.reason')}
            hint={t('parked.reasonHint')}
            isRequired
          >
            {(field) => <Textarea {...field} />}
          </FormField>
        </Form>
      </Dialog>
    </>
  );
}

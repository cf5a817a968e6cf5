import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { useText } from '@nexus/ui/i18n/use-text';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { skipParked } from './parked-actions.js';
import type { ParkedLineFragment } from './parked-line.generated.js';

interface SkipDialogProps {
  readonly event: ParkedLineFragment;
  readonly onClose: () => void;
}

/** Asks why an event is given up. */
export function SkipDialog({ event, onClose }: SkipDialogProps) {
  const { t } = useTranslation('health');
  const text = useText();
  const context = useActionContext();
  const formId = useId();
  const form = useForm({ defaultValues: { reason: '' } });
  const serverErrors = useServerErrors(form);
  const submit = async ({ reason }: { reason: string }) => {
    const errors = await skipParked.perform({ event, reason }, context);
    if (serverErrors.place({ errors: errors ?? [] })) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('parked.skipTitle')}
      description={t('parked.skipMeaning', { type: event.type, consumer: event.consumer })}
      footer={
        <>
          <Button onClick={onClose}>{text('ui:cancel')}</Button>
          <Button variant="danger" type="submit" form={formId} isBusy={form.formState.isSubmitting}>
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
  );
}

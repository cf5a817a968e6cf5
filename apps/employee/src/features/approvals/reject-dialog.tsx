import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Decision, rejectTime } from './approval-actions.js';

interface RejectDialogProps extends Decision {
  readonly onClose: () => void;
}

interface Fields {
  reason: string;
}

const FORM = 'reject-time';

/** Asks why: whoever worked reads it beside their hours. */
export function RejectDialog({ entries, onRefused, onClose }: RejectDialogProps) {
  const { t } = useTranslation('approvals');
  const context = useActionContext();
  const form = useForm<Fields>({ defaultValues: { reason: '' } });
  const reject = async ({ reason }: Fields) => {
    await runAction(rejectTime, { entries, onRefused, reason }, context);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('rejecting.title', { count: entries.length })}
      description={t('rejecting.description')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('rejecting.cancel')}
          </Button>
          <Button variant="danger" type="submit" form={FORM} isBusy={form.formState.isSubmitting}>
            {t('reject')}
          </Button>
        </>
      }
    >
      <Form id={FORM} form={form} onSubmit={reject}>
        <FormField<Fields, 'reason'> name="reason" label={t('rejecting.reason')} isRequired>
          {(field) => <Textarea {...field} autoFocus maxLength={2_000} />}
        </FormField>
      </Form>
    </Dialog>
  );
}

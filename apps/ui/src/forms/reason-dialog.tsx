import { useTranslation } from 'react-i18next';
import { FormDialog, type FormOutcome } from './form-dialog.js';
import { FormField } from './form-field.js';
import { Textarea } from './textarea.js';

interface Values {
  reason: string;
}

interface ReasonDialogProps {
  readonly title: string;
  readonly description?: string;
  /** What is asked. */
  readonly label: string;
  readonly submitLabel: string;
  /** Default: “Cancel”. */
  readonly cancelLabel?: string;
  /** How many characters the graph takes; default 1000. */
  readonly longest?: number;
  /** Default: a reason is needed. */
  readonly isRequired?: boolean;
  readonly isDangerous?: boolean;
  /** Does it for the reason, given without its edges. What is refused is shown, and the dialog stays. */
  readonly onReason: (reason: string) => Promise<FormOutcome>;
  readonly onClose: () => void;
}

/** Asks why before it is done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { label, longest = 1000, isRequired = true, onReason, ...dialog } = props;
  const { t } = useTranslation('ui');
  return (
    <FormDialog<Values>
      size="small"
      cancelLabel={t('cancel')}
      {...dialog}
      defaultValues={{ reason: '' }}
      onSubmit={({ reason }) => onReason(reason.trim())}
    >
      <FormField<Values, 'reason'>
        name="reason"
        label={label}
        isRequired={isRequired}
        rules={{ validate: (reason) => !isRequired || reason.trim() !== '' || t('field.missing') }}
      >
        {(field) => <Textarea {...field} autoFocus maxLength={longest} />}
      </FormField>
    </FormDialog>
  );
}

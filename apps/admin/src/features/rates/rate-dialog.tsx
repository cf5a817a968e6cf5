import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useText } from '@nexus/ui/i18n/use-text';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { RateCardSaveDocument } from './rate-card-save.generated.js';
import { inputOf, type RateWish, wishOf } from './rate-form.js';
import type { RateRowFragment } from './rate-row.generated.js';
import { RateSubjectFields } from './rate-subject-fields.js';

interface RateDialogProps {
  /** Null: a new one. */
  readonly rate: RateRowFragment | null;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Price and cost of an hour, for a role, a person, or where nothing else is set. */
export function RateDialog({ rate, currency, onClose }: RateDialogProps) {
  const { t } = useTranslation('rates');
  const text = useText();
  const graph = useClient();
  const formId = useId();
  const form = useForm<RateWish>({ defaultValues: wishOf(rate, currency) });
  const serverErrors = useServerErrors(form, { fieldOf: FIELDS });
  const submit = async (wish: RateWish) => {
    const { rateCardSave } = await mutate(graph, RateCardSaveDocument, {
      input: { rates: [inputOf(wish, rate)] },
    });
    if (!serverErrors.place(rateCardSave)) return;
    say({ title: t('card.done'), tone: 'success' });
    onClose();
  };
  const chosen = form.watch('currency');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(rate ? 'card.change' : 'card.add')}
      description={t('card.dialogHint')}
      footer={
        <>
          <Button onClick={onClose}>{text('ui:cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isBusy={form.formState.isSubmitting}
          >
            {t('card.submit')}
          </Button>
        </>
      }
    >
      <Form form={form} id={formId} serverErrors={serverErrors} onSubmit={submit}>
        {!rate && <RateSubjectFields />}
        {(['price', 'cost'] as const).map((name) => (
          <FormField<RateWish, typeof name> key={name} name={name} label={t(`card.${name}`)}>
            {({ value, onChange, ...field }) => (
              <MoneyInput {...field} value={value} onChange={onChange} currency={chosen} />
            )}
          </FormField>
        ))}
      </Form>
    </Dialog>
  );
}

const FIELDS = { 'rates.0.price': 'price', 'rates.0.cost': 'cost', 'rates.0.userId': 'user' };

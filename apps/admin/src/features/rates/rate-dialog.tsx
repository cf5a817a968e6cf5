import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useText } from '@nexus/ui/i18n/use-text';
import { useId, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { RateCardSaveDocument, type RateInput } from './rate-card-save.generated.js';
import { inputOf, type RateWish, removalOf, wishOf } from './rate-form.js';
import type { RateRowFragment } from './rate-row.generated.js';
import { RateSubjectFields } from './rate-subject-fields.js';

interface RateDialogProps {
  /** Null: a new one. */
  readonly rate: RateRowFragment | null;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Price and cost of an hour, for whatever a rate can be for. One that there is can be taken away. */
export function RateDialog({ rate, currency, onClose }: RateDialogProps) {
  const { t } = useTranslation('rates');
  const text = useText();
  const graph = useClient();
  const formId = useId();
  const form = useForm<RateWish>({ defaultValues: wishOf(rate, currency) });
  const serverErrors = useServerErrors(form, { fieldOf: FIELDS });
  const save = async (wish: RateInput, done: string) => {
    const input = { rates: [wish] };
    const { rateCardSave } = await mutate(graph, RateCardSaveDocument, { input });
    if (!serverErrors.place(rateCardSave)) return;
    say({ title: done, tone: 'success' });
    onClose();
  };
  /** Amounts that were typed and are none: what cannot be read must not pass for nothing. */
  const unreadable = useRef(new Set<'price' | 'cost'>());
  const submit = async (wish: RateWish) => {
    const [wrong] = unreadable.current;
    if (wrong) form.setError(wrong, { message: t('card.unreadable') });
    else if (!wish.price && !wish.cost) form.setError('price', { message: t('card.nothing') });
    else await save(inputOf(wish), t('card.done'));
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
          {rate && (
            <Button
              variant="danger"
              className="mr-auto"
              onClick={form.handleSubmit(() => save(removalOf(rate), t('card.removed')))}
            >
              {t('card.remove')}
            </Button>
          )}
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
              <MoneyInput
                {...field}
                value={value}
                onChange={onChange}
                onUnreadable={(is) => unreadable.current[is ? 'add' : 'delete'](name)}
                currency={chosen}
              />
            )}
          </FormField>
        ))}
      </Form>
    </Dialog>
  );
}

const FIELDS = {
  'rates.0.price': 'price',
  'rates.0.cost': 'cost',
  'rates.0.userId': 'user',
  'rates.0.projectId': 'project',
  'rates.0.taskId': 'task',
};

import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Form } from '@nexus/ui/forms/form';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { BillerConfigureDocument } from './biller-configure.generated.js';
import type { BillerFactsFragment } from './biller-facts.generated.js';
import { BillerFields } from './biller-fields.js';
import { type BillerValues, inputOf, valuesOf } from './biller-values.js';
import { PlaceFields } from './place-fields.js';
import { TaxRatesFields } from './tax-rates-fields.js';

interface BillerFormProps {
  readonly biller: BillerFactsFragment;
  readonly canConfigure: boolean;
}

/** What the business is as a seller: on its invoices, and before the tax office. */
export function BillerForm({ biller, canConfigure }: BillerFormProps) {
  const { t } = useTranslation('rates');
  const graph = useClient();
  const form = useForm<BillerValues>({ defaultValues: valuesOf(biller) });
  const serverErrors = useServerErrors(form);
  const submit = async (values: BillerValues) => {
    const { billerConfigure } = await mutate(graph, BillerConfigureDocument, {
      input: inputOf(values),
    });
    if (!serverErrors.place(billerConfigure)) return;
    form.reset(values);
    say({ title: t('biller.done'), tone: 'success' });
  };
  return (
    <Form form={form} serverErrors={serverErrors} onSubmit={submit}>
      <BillerFields isDisabled={!canConfigure} />
      <TaxRatesFields isDisabled={!canConfigure} />
      <PlaceFields isDisabled={!canConfigure} />
      {canConfigure && (
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          disabled={!form.formState.isDirty}
          isBusy={form.formState.isSubmitting}
        >
          {t('biller.submit')}
        </Button>
      )}
    </Form>
  );
}

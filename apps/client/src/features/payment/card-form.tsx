import { Button } from '@nexus/ui/components/button';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Lock } from 'lucide-react';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatExpiry, isGoodUntil } from './card-expiry.js';
import { formatCardNumber, isCardNumber } from './card-number.js';
import { TestCards } from './test-card-list.js';
import { type TestCard, tokenOfCard } from './test-cards.js';

/** Held by this form alone: never stored, never sent. */
interface Card {
  readonly number: string;
  readonly expiry: string;
  readonly code: string;
  readonly name: string;
}

interface CardFormProps {
  /** As it will be charged: `1.234,50 €`. */
  readonly amount: string;
  readonly isPaying: boolean;
  /** The card was declined: another one is asked for. */
  readonly isDeclined: boolean;
  readonly onPay: (token: TestCard['token']) => Promise<void>;
}

/** Asks for a card, and gives the gateway's token for it. */
export function CardForm({ amount, isPaying, isDeclined, onPay }: CardFormProps) {
  const { t } = useTranslation('payment');
  const form = useForm<Card>({ defaultValues: { number: '', expiry: '', code: '', name: '' } });
  const { setFocus, setValue, clearErrors } = form;
  useEffect(() => {
    if (isDeclined) setFocus('number', { shouldSelect: true });
  }, [isDeclined, setFocus]);
  const fill = ({ number }: TestCard) => {
    setValue('number', number);
    setValue('expiry', '12 / 34');
    setValue('code', '123');
    clearErrors(['number', 'expiry', 'code']);
    setFocus('name');
  };
  return (
    <Form
      form={form}
      onSubmit={async ({ number }) => {
        const token = tokenOfCard(number);
        if (token) await onPay(token);
      }}
    >
      <FormField<Card, 'number'>
        name="number"
        label={t('card.number')}
        isRequired
        rules={{
          validate: (value) =>
            (!isCardNumber(value) && t('card.numberWrong')) ||
            (!tokenOfCard(value) && t('card.numberUnknown')) ||
            true,
        }}
      >
        {({ onChange, ...field }) => (
          <Input
            {...field}
            inputMode="numeric"
            autoComplete="cc-number"
            maxLength={23}
            className="tabular"
            onChange={(event) => onChange(formatCardNumber(event.target.value))}
          />
        )}
      </FormField>
      <div className="grid grid-cols-2 gap-4">
        <FormField<Card, 'expiry'>
          name="expiry"
          label={t('card.expiry')}
          hint={t('card.expiryHint')}
          isRequired
          rules={{ validate: (value) => isGoodUntil(value, new Date()) || t('card.expiryWrong') }}
        >
          {({ onChange, ...field }) => (
            <Input
              {...field}
              inputMode="numeric"
              autoComplete="cc-exp"
              className="tabular"
              onChange={(event) => onChange(formatExpiry(event.target.value))}
            />
          )}
        </FormField>
        <FormField<Card, 'code'>
          name="code"
          label={t('card.code')}
          hint={t('card.codeHint')}
          isRequired
          rules={{ validate: (value) => /^\d{3,4}$/.test(value) || t('card.codeWrong') }}
        >
          {(field) => (
            <Input
              {...field}
              inputMode="numeric"
              autoComplete="cc-csc"
              maxLength={4}
              className="tabular"
            />
          )}
        </FormField>
      </div>
      <FormField<Card, 'name'> name="name" label={t('card.name')} isRequired>
        {(field) => <Input {...field} autoComplete="cc-name" />}
      </FormField>
      <Button type="submit" variant="primary" size="large" icon={Lock} isBusy={isPaying}>
        {t('card.pay', { amount })}
      </Button>
      <TestCards onChoose={fill} />
    </Form>
  );
}

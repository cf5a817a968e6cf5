import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { MoneyText } from '@nexus/ui/components/money-text';
import { Section } from '@nexus/ui/components/section';
import { Switch } from '@nexus/ui/forms/switch';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useTranslation } from 'react-i18next';
import { switchBuiltIn } from './built-in-action.js';
import { BuiltInRatesDocument } from './built-in-rates.generated.js';

interface BuiltInRatesSectionProps {
  readonly currency: string;
  readonly isOn: boolean;
  readonly canSet: boolean;
}

/** Rates that come with Nexus, and whether they count where nothing else is set. */
export function BuiltInRatesSection({ currency, isOn, canSet }: BuiltInRatesSectionProps) {
  const { t } = useTranslation('rates');
  const context = useActionContext();
  const { data } = useScreen(BuiltInRatesDocument, { currency });
  return (
    <Section title={t('builtIn.title')} description={t('builtIn.hint', { currency })}>
      <div className="grid gap-4">
        <Switch
          label={t('builtIn.use')}
          hint={t('builtIn.useHint')}
          isOn={isOn}
          isDisabled={!canSet}
          onChange={(usesBuiltIn) => void runAction(switchBuiltIn, { usesBuiltIn }, context)}
        />
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {data?.rateCard?.builtInRates.map(({ role, price, cost }) => (
            <div key={role} className="flex items-baseline justify-between gap-4">
              <dt className="text-muted">{t(`projectRoles.${role}`)}</dt>
              <dd>
                <MoneyText money={price} />{' '}
                <span className="text-small text-muted">
                  {t('builtIn.cost')} <MoneyText money={cost} />
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Section>
  );
}

import { lazyPart } from '@nexus/ui/components/lazy-part';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useViewer } from '@nexus/ui/session/viewer';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { useTranslation } from 'react-i18next';
import { BuiltInRatesSection } from './built-in-rates-section.js';
import { RateSection } from './rate-section.js';
import { RatesDocument } from './rates.generated.js';

const BillerForm = lazyPart(async () => (await import('./biller-form.js')).BillerForm);

/** What an hour costs, and what the business is as a seller. */
export function RatesPage() {
  const { t } = useTranslation('rates');
  const { tenant, scopes } = useViewer();
  const { data } = useScreen(RatesDocument, {}, { policy: 'cache-and-network' });
  usePageTitle(t('title'));
  if (!data) return <PageSkeleton />;
  const canSetRates = scopes.includes('projects:admin');
  const currency = tenant?.currency ?? data.biller?.currency ?? 'EUR';
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta')} />
      <div className="grid gap-4">
        {data.rateCard && (
          <>
            <RateSection
              rates={data.rateCard.rates.nodes}
              currency={currency}
              canSet={canSetRates}
            />
            <BuiltInRatesSection
              currency={currency}
              isOn={data.rateCard.usesBuiltIn}
              canSet={canSetRates}
            />
          </>
        )}
        {data.biller && (
          <BillerForm
            biller={data.biller}
            canConfigure={data.viewer?.canConfigureBiller ?? false}
          />
        )}
      </div>
    </>
  );
}

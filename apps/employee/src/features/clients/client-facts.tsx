import { AddressLines } from '@nexus/ui/components/address-lines';
import { Facts } from '@nexus/ui/components/facts';
import { MoneyList } from '@nexus/ui/components/money-list';
import { MoneyText } from '@nexus/ui/components/money-text';
import { Section } from '@nexus/ui/components/section';
import { isZero } from '@nexus/ui/components/sum-money';
import { useTranslation } from 'react-i18next';
import type { ClientDetailFragment } from './client-detail.generated.js';

/** What is known of a client, and what it owes. */
export function ClientFacts({ client }: { readonly client: ClientDetailFragment }) {
  const { t } = useTranslation('clients');
  const { address, outstandingBalances, overdueBalance } = client;
  return (
    <div className="grid min-w-0 content-start gap-4">
      {outstandingBalances && (
        <Section title={t('money')}>
          <Facts
            facts={[
              {
                id: 'open',
                label: t('columns.balance'),
                value: (
                  <span className="grid justify-items-end font-semibold">
                    <MoneyList sums={outstandingBalances} />
                  </span>
                ),
              },
              {
                id: 'overdue',
                label: t('overdue'),
                value: overdueBalance && (
                  <MoneyText
                    money={overdueBalance}
                    {...(!isZero(overdueBalance) && { className: 'text-danger' })}
                  />
                ),
              },
            ]}
          />
        </Section>
      )}
      <Section title={t('details')}>
        <Facts
          facts={[
            { id: 'legal', label: t('field.legalName'), value: client.legalName },
            { id: 'vat', label: t('field.vatId'), value: client.vatId },
            { id: 'segment', label: t('columns.segment'), value: t(`segment.${client.segment}`) },
            { id: 'industry', label: t('field.industry'), value: client.industry },
            { id: 'currency', label: t('field.currency'), value: client.currency },
            { id: 'tags', label: t('field.tags'), value: client.tags.join(', ') },
            {
              id: 'address',
              label: t('field.address'),
              value: address && (
                <address className="not-italic">
                  <AddressLines address={address} />
                </address>
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}

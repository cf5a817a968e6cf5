import { AddressLines, type AddressLinesProps } from '@nexus/ui/components/address-lines';
import { Facts } from '@nexus/ui/components/facts';
import { Section } from '@nexus/ui/components/section';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { useTranslation } from 'react-i18next';
import type { CompanyQuery } from './company.generated.js';

type Company = NonNullable<NonNullable<CompanyQuery['clients']>['nodes'][number]>;

/** Names, addresses, and how the account stands. */
export function CompanyFacts({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company');
  const money = useMoney();
  const { billingAccount: account, address, currency } = company;
  const days = account?.paymentTerms ?? null;
  const legalName = company.legalName ?? account?.legalName;
  const vatId = company.vatId ?? account?.vatId;
  return (
    <div className="grid min-w-0 gap-4">
      <Section title={t('facts.title')} description={t('facts.description')}>
        <Facts
          look="grid"
          facts={[
            { id: 'name', label: t('facts.legalName'), value: legalName },
            { id: 'vat', label: t('facts.vatId'), value: vatId },
            { id: 'address', label: t('facts.address'), value: linesOf(address) },
            {
              id: 'billing-address',
              label: t('facts.billingAddress'),
              value: linesOf(account?.address),
            },
          ]}
        />
      </Section>
      {account && (
        <Section title={t('account.title')}>
          <Facts
            look="grid"
            facts={[
              {
                id: 'outstanding',
                label: t('account.outstanding'),
                value: money(account.outstandingBalance),
              },
              { id: 'overdue', label: t('account.overdue'), value: money(account.overdueBalance) },
              { id: 'credit', label: t('account.credit'), value: money(account.creditBalance) },
              { id: 'currency', label: t('account.currency'), value: currency },
              {
                id: 'terms',
                label: t('account.terms'),
                value: days === null ? null : t('account.days', { count: days }),
              },
            ]}
          />
        </Section>
      )}
    </div>
  );
}

const linesOf = (address: AddressLinesProps['address']) =>
  address && <AddressLines address={address} />;

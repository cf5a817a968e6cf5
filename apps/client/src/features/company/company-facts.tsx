import { Section } from '@nexus/ui/components/section';
import { useMoney } from '@nexus/ui/i18n/use-money';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyQuery } from './company.generated.js';

type Company = NonNullable<NonNullable<CompanyQuery['clients']>['nodes'][number]>;

/** Names, addresses, and how the account stands. */
export function CompanyFacts({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company');
  const money = useMoney();
  const { billingAccount: account, address, currency } = company;
  const legalName = company.legalName ?? account?.legalName;
  const vatId = company.vatId ?? account?.vatId;
  return (
    <div className="grid min-w-0 gap-4">
      <Section title={t('facts.title')} description={t('facts.description')}>
        <dl className="grid gap-4 sm:grid-cols-2">
          {legalName && <Fact label={t('facts.legalName')}>{legalName}</Fact>}
          {vatId && <Fact label={t('facts.vatId')}>{vatId}</Fact>}
          {address && (
            <Fact label={t('facts.address')}>
              <Lines address={address} />
            </Fact>
          )}
          {account?.address && (
            <Fact label={t('facts.billingAddress')}>
              <Lines address={account.address} />
            </Fact>
          )}
        </dl>
      </Section>
      {account && (
        <Section title={t('account.title')}>
          <dl className="grid gap-4 sm:grid-cols-2">
            <Fact label={t('account.outstanding')}>{money(account.outstandingBalance)}</Fact>
            <Fact label={t('account.overdue')}>{money(account.overdueBalance)}</Fact>
            <Fact label={t('account.credit')}>{money(account.creditBalance)}</Fact>
            <Fact label={t('account.currency')}>{currency}</Fact>
            {account.paymentTerms !== null && (
              <Fact label={t('account.terms')}>
                {t('account.days', { count: account.paymentTerms })}
              </Fact>
            )}
          </dl>
        </Section>
      )}
    </div>
  );
}

interface LinesProps {
  readonly address: Omit<NonNullable<Company['address']>, '__typename'>;
}

function Lines({ address: { line1, line2, postcode, city, country } }: LinesProps) {
  return [line1, line2, `${postcode ?? ''} ${city}`.trim(), country].filter(Boolean).map((line) => (
    <span key={line} className="block [overflow-wrap:anywhere]">
      {line}
    </span>
  ));
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-small text-muted">{label}</dt>
      <dd className="tabular [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

import { PageHeader } from '@nexus/ui/components/page-header';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const TAB =
  '-mb-px flex min-h-control items-center border-b-2 border-transparent font-medium text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text';

/** Both sides of invoicing: what was invoiced, and what waits for it. */
export function InvoicesFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('invoices');
  usePageTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} />
      <nav aria-label={t('title')} className="mb-4 flex gap-4 border-b border-line">
        <Link to="/invoices" activeOptions={{ exact: true, includeSearch: false }} className={TAB}>
          {t('tabs.invoices')}
        </Link>
        <Link to="/invoices/unbilled" className={TAB}>
          {t('tabs.unbilled')}
        </Link>
      </nav>
      {children}
    </>
  );
}

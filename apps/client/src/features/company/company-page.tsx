import { EmptyState } from '@nexus/ui/components/empty-state';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CompanyDocument } from './company.generated.js';
import { CompanyFacts } from './company-facts.js';
import { People } from './people.js';

/** The own company as the firm knows it, and who belongs to it. */
export function CompanyPage() {
  const { t } = useTranslation('company');
  const { data } = useScreen(CompanyDocument, {});
  usePageTitle(t('title'));
  if (!data) return <PageSkeleton />;
  const company = data.clients?.nodes[0];
  if (!company) {
    return <EmptyState icon={Building2} title={t('none')} description={t('noneDescription')} />;
  }
  return (
    <>
      <PageHeader title={company.name} meta={t('title')} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <CompanyFacts company={company} />
        <People
          people={data.contacts?.nodes.filter((contact) => contact !== null) ?? []}
          owner={company.owner?.name}
        />
      </div>
    </>
  );
}

import type { Column } from '@nexus/ui/components/table/column';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRowFragment } from './audit-row.generated.js';
import { objectName } from './object-name.js';
import { useActorName } from './use-actor-name.js';
import { useDomainName } from './use-domain-name.js';

/** What the trail says of each entry. */
export function useAuditColumns(): readonly Column<AuditRowFragment>[] {
  const { t } = useTranslation('audit');
  const { moment } = useFormat();
  const actorName = useActorName();
  const domainName = useDomainName();
  return useMemo(
    () => [
      {
        id: 'summary',
        header: t('columns.what'),
        cell: ({ summary }) => <span className="font-medium">{summary}</span>,
      },
      {
        ...{ id: 'object', header: t('columns.object'), priority: 2 as const },
        cell: (entry) => objectName(entry),
      },
      { id: 'actor', header: t('columns.who'), cell: ({ actor }) => actorName(actor) },
      {
        ...{ id: 'domain', header: t('columns.domain'), width: 210, priority: 3 as const },
        cell: ({ domain }) => <span className="text-muted">{domainName(domain)}</span>,
      },
      {
        ...{ id: 'moment', header: t('columns.when'), width: 190 },
        cell: ({ occurredAt }) => <span className="tabular">{moment(occurredAt)}</span>,
      },
    ],
    [t, moment, actorName, domainName],
  );
}

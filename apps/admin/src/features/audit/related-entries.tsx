import { Section } from '@nexus/ui/components/section';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useTranslation } from 'react-i18next';
import { AuditRelatedDocument } from './audit-related.generated.js';
import type { AuditRowFragment } from './audit-row.generated.js';
import { objectName } from './object-name.js';

interface RelatedEntriesProps {
  readonly entry: AuditRowFragment;
  readonly onOpen: (id: string) => void;
}

/** What else came of the same wish, the newest first: a request and its reactions share a number. */
export function RelatedEntries({ entry, onOpen }: RelatedEntriesProps) {
  const { t } = useTranslation('audit');
  const { correlationId } = entry;
  const { data } = useScreen(AuditRelatedDocument, { correlationId });
  const related = data?.auditTrail?.nodes.filter(({ id }) => id !== entry.id);
  return (
    <Section title={t('related.title')} description={t('related.hint')} isFlush>
      {!related ? (
        <SkeletonGroup lines={2} />
      ) : related.length === 0 ? (
        <p className="p-4 text-muted">{t('related.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {related.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                onClick={() => onOpen(other.id)}
                className="flex w-full flex-wrap items-center gap-x-3 px-4 py-2 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
              >
                <span className="font-medium">{other.summary}</span>
                <span className="text-muted">{objectName(other)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

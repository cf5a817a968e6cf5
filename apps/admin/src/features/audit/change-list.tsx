import { Section } from '@nexus/ui/components/section';
import { useTranslation } from 'react-i18next';
import type { AuditEntryQuery } from './audit-entry.generated.js';

type Changes = Extract<
  NonNullable<AuditEntryQuery['node']>,
  { readonly __typename: 'AuditEntry' }
>['changes'];

/** What an entry tells, field by field; what is kept from the reader says so. */
export function ChangeList({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation('audit');
  return (
    <Section title={t('changes.title')} isFlush>
      {changes === null ? (
        <p className="p-4 text-muted">{t('changes.forbidden')}</p>
      ) : (
        <dl className="divide-y divide-line">
          {changes.map(({ field, state, value }) => (
            <div key={field} className="grid gap-1 px-4 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <dt className="font-mono text-small text-muted">{field}</dt>
              <dd className="font-mono text-small [overflow-wrap:anywhere]">
                {state === 'SHOWN' ? (
                  textOf(value)
                ) : (
                  <span className="text-muted">{t(`changes.${state}`)}</span>
                )}
              </dd>
            </div>
          ))}
          {changes.length === 0 && <p className="p-4 text-muted">{t('changes.none')}</p>}
        </dl>
      )}
    </Section>
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { useTranslation } from 'react-i18next';
import type { CreditNoteLineFragment } from './credit-note-line.generated.js';
import { PdfLink } from './pdf-link.js';

/** What takes the invoice back, in whole or in part. */
export function CreditNotes({
  creditNotes,
}: {
  readonly creditNotes: readonly CreditNoteLineFragment[];
}) {
  const { t } = useTranslation('invoices');
  const { day } = useFormat();
  const money = useMoney();
  if (creditNotes.length === 0) return null;
  return (
    <Section title={t('creditNotes.title')} isFlush>
      <ul className="divide-y divide-line">
        {creditNotes.map(({ id, number, issueDate, reason, total, pdfUrl }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <div className="grid min-w-0 flex-1 basis-40 gap-0.5">
              <p className="tabular font-medium">{number}</p>
              <p className="text-small text-muted [overflow-wrap:anywhere]">
                {day(issueDate)}
                {' · '}
                {reason}
              </p>
            </div>
            <PdfLink size="small" url={pdfUrl} number={number} />
            <span className="tabular font-medium">{money(total)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

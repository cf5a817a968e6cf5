import { EmptyState } from '@nexus/ui/components/empty-state';
import { Section } from '@nexus/ui/components/section';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Waiting } from './waiting.js';
import { WaitingLine } from './waiting-line.js';

/** What waits for the reader, each with its next step. */
export function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { t } = useTranslation('home');
  return (
    <Section title={t('waiting.title')} isFlush>
      {waiting.length === 0 ? (
        <EmptyState
          icon={CheckCheck}
          title={t('waiting.empty')}
          description={t('waiting.emptyDescription')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {waiting.map((one) => (
            <WaitingLine key={keyOf(one)} waiting={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function keyOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'invoice':
      return waiting.invoice.id;
    case 'comment':
      return waiting.task.id;
    case 'milestone':
      return waiting.milestone.id;
    default:
      return waiting satisfies never;
  }
}

import { Section } from '@nexus/ui/components/section';
import { useTranslation } from 'react-i18next';
import type { ParkedLineFragment } from './parked-line.generated.js';
import { ParkedList } from './parked-list.js';
import { ProblemCard } from './problem-card.js';
import type { Problem } from './verdict.js';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** The tenant's own events that were put aside. */
  readonly parked: readonly ParkedLineFragment[];
}

/** What is wrong: what it means, and what to do about it. */
export function ProblemList({ problems, parked }: ProblemListProps) {
  const { t } = useTranslation('health');
  if (problems.length === 0) return null;
  return (
    <Section title={t('problems.title')} isFlush>
      <ul className="divide-y divide-line">
        {problems.map((problem) => (
          <ProblemCard key={problem.id} problem={problem}>
            {problem.kind === 'parked' && (
              <ParkedList events={parked.filter(({ consumer }) => consumer === problem.consumer)} />
            )}
          </ProblemCard>
        ))}
      </ul>
    </Section>
  );
}

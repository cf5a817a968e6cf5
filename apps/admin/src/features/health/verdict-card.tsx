import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from './verdict.js';

const LOOKS: Record<Verdict, { readonly icon: LucideIcon; readonly classes: string }> = {
  well: { icon: CircleCheck, classes: 'bg-success-soft text-success' },
  attention: { icon: TriangleAlert, classes: 'bg-warning-soft text-warning' },
  trouble: { icon: CircleAlert, classes: 'bg-danger-soft text-danger' },
};

interface VerdictCardProps {
  readonly verdict: Verdict;
  readonly count: number;
}

/** The one sentence that an administrator came for. */
export function VerdictCard({ verdict, count }: VerdictCardProps) {
  const { t } = useTranslation('health');
  const { icon: Icon, classes } = LOOKS[verdict];
  return (
    <section
      aria-label={t('verdict.label')}
      className="flex items-start gap-4 rounded-large border border-line bg-surface p-4"
    >
      <span className={clsx('grid size-10 shrink-0 place-items-center rounded-large', classes)}>
        <Icon aria-hidden size={20} />
      </span>
      <div role="status" className="grid min-w-0 gap-0.5">
        <p className="text-large font-semibold">{t(`verdict.${verdict}`, { count })}</p>
        <p className="text-pretty text-muted">{t(`verdict.${verdict}Hint`)}</p>
      </div>
    </section>
  );
}

import { Avatar } from '@nexus/ui/components/avatar';
import { Badge } from '@nexus/ui/components/badge';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Ban, Hand, MessageSquare, SquareCheck } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITY_TONES } from '../priority.js';
import { useDragger } from './draggers.js';
import type { TaskCardFragment } from './task-card.generated.js';

/** What a card of the board shows of its task. */
export const TaskCard = memo(function TaskCard({ card }: { readonly card: TaskCardFragment }) {
  const { t } = useTranslation('tasks');
  const { day } = useFormat();
  const dragger = useDragger(card.id);
  const { number, title, priority, due, isOverdue, blocked, labels, points, completedAt } = card;
  const ticked = card.checklist.filter(({ checked }) => checked).length;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center gap-2 text-small text-muted">
        <span className="tabular truncate">{number}</span>
        <span className="flex-1" />
        <People people={card.assignees} />
      </div>
      <p className={completedAt ? 'font-medium text-muted' : 'font-medium'}>{title}</p>
      {dragger && (
        <Badge tone="accent" icon={Hand}>
          {t('board.draggedBy', { name: dragger })}
        </Badge>
      )}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted empty:hidden">
        {blocked && (
          <Badge tone="danger" icon={Ban}>
            {t('state.blocked')}
          </Badge>
        )}
        {priority !== 'MEDIUM' && (
          <Badge tone={PRIORITY_TONES[priority]}>{t(`priority.${priority}`)}</Badge>
        )}
        {labels.map((label) => (
          <Badge key={label}>{label}</Badge>
        ))}
        {due && <span className={isOverdue ? 'tabular text-danger' : 'tabular'}>{day(due)}</span>}
        {points !== null && <span className="tabular">{t('card.points', { count: points })}</span>}
        {card.checklist.length > 0 && (
          <Count icon={SquareCheck} label={t('card.checklist')}>
            {`${ticked}/${card.checklist.length}`}
          </Count>
        )}
        {card.commentCount > 0 && (
          <Count icon={MessageSquare} label={t('card.comments')}>
            {String(card.commentCount)}
          </Count>
        )}
      </div>
    </div>
  );
});

function People({ people }: { readonly people: TaskCardFragment['assignees'] }) {
  const known = people.filter((user) => user !== null);
  return (
    <span className="flex -space-x-1">
      {known.slice(0, 3).map(({ id, name }) => (
        <Avatar key={id} name={name} size="small" />
      ))}
      {known.length > 3 && <span className="tabular pl-2">{`+${known.length - 3}`}</span>}
    </span>
  );
}

interface CountProps {
  readonly icon: typeof MessageSquare;
  readonly label: string;
  readonly children: string;
}

function Count({ icon: Icon, label, children }: CountProps) {
  return (
    <span className="tabular inline-flex items-center gap-1">
      <Icon aria-hidden size={12} />
      <span className="sr-only">{label}</span>
      {children}
    </span>
  );
}

import { formatDuration } from '@nexus/ui/components/duration';
import { addDays, dateOf } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { Section } from '@nexus/ui/components/section';
import { Checkbox } from '@nexus/ui/forms/checkbox';
import { useTranslation } from 'react-i18next';
import { ApprovalLine } from './approval-line.js';
import type { Chooser } from './use-choice.js';
import type { ApprovalGroup } from './waiting.js';

interface ApprovalGroupListProps {
  readonly group: ApprovalGroup;
  readonly choice: Chooser;
  readonly refused: ReadonlyMap<string, string>;
}

/** One person's week. */
export function ApprovalGroupList({ group, choice, refused }: ApprovalGroupListProps) {
  const { t } = useTranslation('approvals');
  const { locale } = useRegion();
  const weekday = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const { person, monday, entries, minutes } = group;
  const ids = entries.map(({ id }) => id);
  const chosen = ids.filter((id) => choice.ids.has(id)).length;
  const period = weekday.formatRange(dateOf(monday), dateOf(addDays(monday, 6)));
  return (
    <Section
      title={person}
      description={period}
      isFlush
      lead={
        <Checkbox
          isChecked={chosen === 0 ? false : chosen === ids.length || 'indeterminate'}
          onChange={() => choice.toggleAll(ids)}
          label={t('group.all', { person, period })}
          isLabelHidden
        />
      }
      actions={
        <span className="tabular text-muted">
          {t('group.hours', { hours: formatDuration(minutes), count: entries.length })}
        </span>
      }
    >
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <ApprovalLine
            key={entry.id}
            entry={entry}
            isChosen={choice.ids.has(entry.id)}
            isCurrent={choice.at === entry.id}
            refusal={refused.get(entry.id)}
            onToggle={(isRange) => choice.toggle(entry.id, isRange)}
          />
        ))}
      </ul>
    </Section>
  );
}

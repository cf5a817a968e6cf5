import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/icon-button.js';
import { Popover } from '../components/popover.js';
import type { DateRange } from './calendar.js';
import { DateText } from './date-text.js';
import { FieldContext, useFieldControl } from './field-context.js';
import { LazyCalendar } from './lazy-calendar.js';

interface DateRangeInputProps {
  readonly value: DateRange;
  readonly onChange: (value: DateRange) => void;
}

/** From a day to a day: both typed, or both chosen of one calendar. An end before its start is not taken. */
export function DateRangeInput({ value, onChange }: DateRangeInputProps) {
  const { t } = useTranslation('ui');
  const control = useFieldControl();
  const { id, 'aria-labelledby': labelledBy, ...rest } = control;
  const [isOpen, setIsOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take its name from the field's label
    <div role="group" aria-labelledby={labelledBy} className="flex items-center gap-2">
      <FieldContext value={{ ...rest, ...(id && { id }) }}>
        <DateText
          className="flex-1"
          aria-label={t('calendar.from')}
          value={value.from}
          max={value.to ?? undefined}
          onChange={(from) => onChange({ ...value, from })}
        />
      </FieldContext>
      <span aria-hidden className="text-muted">
        –
      </span>
      <FieldContext value={rest}>
        <DateText
          className="flex-1"
          aria-label={t('calendar.to')}
          value={value.to}
          min={value.from ?? undefined}
          onChange={(to) => onChange({ ...value, to })}
        />
      </FieldContext>
      <Popover
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        label={t('calendar.label')}
        align="end"
        trigger={
          <IconButton
            icon={CalendarDays}
            label={t('calendar.open')}
            disabled={rest.disabled === true}
          />
        }
      >
        <LazyCalendar mode="range" value={value} onChange={onChange} />
      </Popover>
    </div>
  );
}

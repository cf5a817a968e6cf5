import { CalendarDays } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/icon-button.js';
import type { IsoDate } from '../components/iso-date.js';
import { Popover } from '../components/popover.js';
import { DateText } from './date-text.js';
import { useFieldControl } from './field-context.js';
import { LazyCalendar } from './lazy-calendar.js';

interface DateInputProps extends Omit<ComponentProps<typeof DateText>, 'min' | 'max' | 'trailing'> {
  readonly value: IsoDate | null;
  readonly onChange: (value: IsoDate | null) => void;
  readonly min?: IsoDate;
  readonly max?: IsoDate;
}

/** A day: typed as the region writes it, or chosen of a calendar. */
export function DateInput({ min, max, ...rest }: DateInputProps) {
  const { t } = useTranslation('ui');
  const { disabled } = useFieldControl();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DateText
      {...rest}
      min={min}
      max={max}
      trailing={
        <Popover
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          label={t('calendar.label')}
          align="end"
          trigger={
            <IconButton
              size="small"
              icon={CalendarDays}
              label={t('calendar.open')}
              disabled={disabled === true}
            />
          }
        >
          <LazyCalendar
            mode="day"
            value={rest.value}
            onChange={(day) => {
              rest.onChange(day);
              setIsOpen(false);
            }}
            {...(min && { min })}
            {...(max && { max })}
          />
        </Popover>
      }
    />
  );
}

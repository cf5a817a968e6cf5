import { CommandButton } from '@nexus/ui/actions/command-button';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { useTranslation } from 'react-i18next';
import { ErrorText } from './error-text.js';
import { replayParked } from './parked-actions.js';
import type { ParkedLineFragment } from './parked-line.generated.js';
import { SkipButton } from './skip-button.js';

/** Events that a consumer has put aside; those of one stream wait behind the first of them. */
export function ParkedList({ events }: { readonly events: readonly ParkedLineFragment[] }) {
  const { t } = useTranslation('health');
  if (events.length === 0) return <p className="text-muted">{t('parked.elsewhere')}</p>;
  return (
    <ul className="grid gap-2" aria-label={t('parked.list')}>
      {events.map((event) => (
        <li key={event.id} className="grid gap-2 rounded-medium border border-line p-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <code className="font-mono text-small font-medium">{event.type}</code>
            {event.object && <span>{nameOf(event.object)}</span>}
            <span className="text-small text-muted">
              {t('parked.since')} <RelativeTime moment={event.parkedAt} />
              {' · '}
              {event.isFirst
                ? t('parked.attempts', { count: event.attempts })
                : t('parked.behindAnother')}
              {event.isFirst && event.waiting > 1 && (
                <> · {t('parked.waiting', { count: event.waiting - 1 })}</>
              )}
            </span>
          </div>
          {event.isFirst && <ErrorText>{event.error}</ErrorText>}
          {event.isFirst && (
            <div className="flex flex-wrap gap-2">
              <CommandButton action={replayParked} subject={event} of={event.type} />
              <SkipButton event={event} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(object: NonNullable<ParkedLineFragment['object']>): string {
  if ('name' in object && object.name) return object.name;
  if ('title' in object && object.title) return object.title;
  if ('number' in object && object.number) return object.number;
  return object.id;
}

import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/badge.js';
import { Button } from '../components/button.js';
import { RelativeTime } from '../components/relative-time.js';
import type { SessionLineFragment } from './session-line.generated.js';

interface SessionListProps {
  readonly sessions: readonly SessionLineFragment[];
  readonly onEnd: (session: SessionLineFragment) => void;
}

/** Where somebody is signed in: device, address, and since when. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const { t } = useTranslation('account');
  if (sessions.length === 0) return <p className="p-4 text-muted">{t('sessions.none')}</p>;
  return (
    <ul className="divide-y divide-line">
      {sessions.map((session) => {
        const { browser, system } = session.device;
        const device = [browser, system].filter(Boolean).join(', ') || t('sessions.unknown');
        return (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <MonitorSmartphone aria-hidden size={16} className="shrink-0 text-muted" />
            <div className="grid min-w-0 flex-1 basis-44">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {device}
                {session.current && <Badge tone="accent">{t('sessions.current')}</Badge>}
              </span>
              <span className="text-small text-muted">
                {session.ip && <>{session.ip} · </>}
                {t('sessions.used')} <RelativeTime moment={session.usedAt} />
              </span>
            </div>
            {session.viewerCanEnd && !session.current && (
              <Button size="small" icon={LogOut} onClick={() => onEnd(session)}>
                {t('sessions.end')} <span className="sr-only">{device}</span>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

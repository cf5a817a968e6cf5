import { Button } from '@nexus/ui/components/button';
import { Drawer } from '@nexus/ui/components/drawer';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Filter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AuditEntryDocument } from './audit-entry.generated.js';
import type { AuditSearch } from './audit-search.js';
import { ChangeList } from './change-list.js';
import { objectName } from './object-name.js';
import { RelatedEntries } from './related-entries.js';
import { useActorName } from './use-actor-name.js';

interface EntryDrawerProps {
  /** Undefined: closed. */
  readonly id: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onNarrow: (search: AuditSearch) => void;
  readonly onClose: () => void;
}

/** One entry in full: what changed, and what else came of the same wish. */
export function EntryDrawer({ id, onOpen, onNarrow, onClose }: EntryDrawerProps) {
  const { t } = useTranslation('audit');
  const { moment } = useFormat();
  const actorName = useActorName();
  const { data } = useScreen(AuditEntryDocument, { id: id ?? '' }, { isPaused: !id });
  const node = data?.node;
  const entry = id && node?.__typename === 'AuditEntry' ? node : undefined;
  return (
    <Drawer
      isOpen={id !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={entry?.summary ?? t('entry')}
      meta={entry && `${actorName(entry.actor)} · ${moment(entry.occurredAt)}`}
    >
      {!entry ? (
        <SkeletonGroup lines={6} />
      ) : (
        <div className="grid gap-6">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            <dt className="text-muted">{t('columns.object')}</dt>
            <dd className="[overflow-wrap:anywhere]">{objectName(entry) ?? '–'}</dd>
            <dt className="text-muted">{t('filters.type')}</dt>
            <dd className="font-mono text-small [overflow-wrap:anywhere]">{entry.type}</dd>
            <dt className="text-muted">{t('request')}</dt>
            <dd className="font-mono text-small [overflow-wrap:anywhere]">{entry.correlationId}</dd>
          </dl>
          <div className="flex flex-wrap gap-2">
            {entry.objectId && (
              <Button
                size="small"
                icon={Filter}
                onClick={() => onNarrow({ object: entry.objectId ?? '' })}
              >
                {t('sameObject')}
              </Button>
            )}
            {entry.actor.user && (
              <Button
                size="small"
                icon={Filter}
                onClick={() => onNarrow({ person: entry.actor.user?.id ?? '' })}
              >
                {t('samePerson')}
              </Button>
            )}
            <Button
              size="small"
              icon={Filter}
              onClick={() => onNarrow({ request: entry.correlationId })}
            >
              {t('sameRequest')}
            </Button>
          </div>
          <ChangeList changes={entry.changes} />
          <RelatedEntries entry={entry} onOpen={onOpen} />
        </div>
      )}
    </Drawer>
  );
}

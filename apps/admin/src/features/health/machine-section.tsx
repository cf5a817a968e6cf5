import { RelativeTime } from '@nexus/ui/components/relative-time';
import { StatTile, StatTiles } from '@nexus/ui/components/stat-tile';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { Health } from './verdict.js';

const MIB = 1_048_576;

/** What it all runs on. */
export function MachineSection({ database, process }: Pick<Health, 'database' | 'process'>) {
  const { t } = useTranslation('health');
  const { number } = useFormat();
  return (
    <StatTiles>
      <StatTile
        label={t('machine.nexus')}
        value={process.version}
        hint={t(process.topology === 'single' ? 'machine.single' : 'machine.distributed', {
          version: process.nodeVersion,
        })}
      />
      <StatTile label={t('machine.started')} value={<RelativeTime moment={process.startedAt} />} />
      <StatTile
        label={t('machine.database')}
        value={database.version.split(' ')[0]}
        hint={t('machine.size', { size: number(Math.round(database.bytes / MIB)) })}
      />
      <StatTile
        label={t('machine.connections')}
        value={number(database.connections)}
        hint={t('machine.ofConnections', { of: number(database.maxConnections) })}
      />
      <StatTile
        label={t('machine.newest')}
        value={database.logHeadAt ? <RelativeTime moment={database.logHeadAt} /> : '–'}
      />
    </StatTiles>
  );
}

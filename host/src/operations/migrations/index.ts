import type { Migration } from '@nexus/kit/events';
import { rebuildTable } from '../guards/rebuild.guard.js';

export const migrations: readonly Migration[] = [
  { id: 'operations/001-rebuilds', sql: rebuildTable.ddl() },
];

import type { Migration } from '@nexus/kit/events';
import { deliveryMigrations } from './delivery.js';
import { timeMigrations } from './time.js';

export const migrations: readonly Migration[] = [...deliveryMigrations, ...timeMigrations];

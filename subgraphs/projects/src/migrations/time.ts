import type { Migration } from '@nexus/kit/events';
import { projectRevenueTable } from '../read/project-revenue.entity.js';
import { rateTable } from '../read/rate.entity.js';
import { rateCardTable } from '../read/rate-card.entity.js';
import { timeEntryTable } from '../read/time-entry.projection.js';
import { timesheetTable } from '../read/timesheet.entity.js';

const tables = [timeEntryTable, timesheetTable, rateTable, rateCardTable, projectRevenueTable];

/** Tables of time, rates and revenue. */
export const timeMigrations: readonly Migration[] = [
  { id: 'projects/100-time', sql: tables.map((table) => table.ddl()).join('\n') },
];

import type { Migration } from '@nexus/kit/events';
import { businessTable } from '../read/business.entity.js';
import { clientTable } from '../read/client.entity.js';
import { contactTable } from '../read/contact.entity.js';
import { staffTable } from '../read/staff.entity.js';

export const migrations: readonly Migration[] = [
  {
    id: 'crm/001-clients',
    sql: [clientTable, contactTable, businessTable].map((table) => table.ddl()).join('\n'),
  },
  { id: 'crm/002-staff', sql: staffTable.ddl() },
];

import type { Migration } from '@nexus/kit/events';
import { accountTable } from '../guards/account.guard.js';
import { arrivedMailTable } from '../guards/arrived-mail.guard.js';
import { attemptTable } from '../guards/attempt.guard.js';
import { brandFileTable } from '../guards/brand-file.guard.js';
import { deviceTable } from '../guards/device.guard.js';
import { mailTable } from '../guards/mail.guard.js';
import { membershipLinkTable } from '../guards/membership-link.guard.js';
import { oneTimeTokenTable } from '../guards/one-time-token.guard.js';
import { refreshTokenTable } from '../guards/refresh-token.guard.js';
import { sessionTable } from '../guards/session.guard.js';
import { signingKeyTable } from '../guards/signing-key.guard.js';
import { brandingTable } from '../read/branding.entity.js';
import { clientOrgTable } from '../read/client-org.entity.js';
import { invitationTable } from '../read/invitation.entity.js';
import { membershipTable } from '../read/membership.entity.js';
import { tenantTable } from '../read/tenant.entity.js';
import { tenantEntryTable } from '../read/tenant-entry.entity.js';
import { tenantSettingsTable } from '../read/tenant-settings.entity.js';
import { userTable } from '../read/user.entity.js';

const readModels = [
  tenantTable,
  tenantEntryTable,
  userTable,
  membershipTable,
  invitationTable,
  clientOrgTable,
];
const guards = [
  accountTable,
  membershipLinkTable,
  sessionTable,
  refreshTokenTable,
  deviceTable,
  attemptTable,
  oneTimeTokenTable,
  mailTable,
  signingKeyTable,
];

export const migrations: readonly Migration[] = [
  { id: 'identity/001-read-models', sql: readModels.map((table) => table.ddl()).join('\n') },
  { id: 'identity/002-accounts-and-sessions', sql: guards.map((table) => table.ddl()).join('\n') },
  { id: 'identity/003-settings', sql: tenantSettingsTable.ddl() },
  {
    id: 'identity/004-branding',
    sql: [brandingTable, brandFileTable].map((table) => table.ddl()).join('\n'),
  },
  {
    id: 'identity/005-session-origin',
    sql: 'ALTER TABLE identity.session ADD COLUMN origin bytea;',
  },
  {
    // A read model's table is made by its present declaration: a new database has the columns since 001.
    id: 'identity/006-who-invites',
    sql: `ALTER TABLE identity.invitation ADD COLUMN IF NOT EXISTS invited_by_id text COLLATE "C",
      ADD COLUMN IF NOT EXISTS sent_at timestamptz;`,
  },
  {
    id: 'identity/007-mail-errors',
    sql: 'ALTER TABLE identity.mail ADD COLUMN last_error text, ADD COLUMN last_error_at timestamptz;',
  },
  {
    id: 'identity/008-mailbox',
    sql: `ALTER TABLE identity.mail ADD COLUMN claimed_until timestamptz, ADD COLUMN dies_at timestamptz;\n${arrivedMailTable.ddl()}`,
  },
];

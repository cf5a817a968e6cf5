import type { ReferenceLoader } from '@nexus/kit/graph';
import { canReadAuditTrail } from '../policies/audit.policy.js';
import { canReadHealth } from '../policies/health.policy.js';
import { auditEntries } from '../read/audit-list.js';
import { parkedById } from '../read/parked-list.js';

export const auditEntryReferences: ReferenceLoader = async (ctx, ids) =>
  canReadAuditTrail(ctx.principal) ? auditEntries(ctx.read, ids) : new Map();

export const parkedEventReferences: ReferenceLoader = async (ctx, ids) =>
  canReadHealth(ctx.principal) ? parkedById(ctx.read, ids) : new Map();

import {
  PLATFORM_TENANT,
  type Principal,
  servicePrincipal,
  type TenantId,
} from '@nexus/kit/domain';
import {
  type Context,
  type ContextSource,
  createContext,
  type SqlRunner,
  type WriteSession,
} from '@nexus/kit/events';

/** The caller as they act on accounts and sessions, which lie with the platform. */
export function onPlatform(
  source: ContextSource,
  { principal, requestId, correlationId }: Context,
): Context {
  return inTenant(source, principal, PLATFORM_TENANT, { requestId, correlationId });
}

/** A person (or nobody) acting in a tenant that is not the one of their credentials: while they join it. */
export function inTenant(
  source: ContextSource,
  principal: Pick<Principal, 'type' | 'subject'>,
  tenantId: TenantId,
  detail: { readonly requestId: string; readonly correlationId?: string },
): Context {
  const acting = { ...servicePrincipal(principal.subject, tenantId), type: principal.type };
  return createContext(source, acting, detail);
}

/**
 * Runs statements on the platform's rows inside a tenant's transaction: which memberships an account has must
 * change together with the membership. Rows only; events stay in the log of their tenant. One at a time.
 */
export async function withPlatformRows<Result>(
  tx: WriteSession,
  work: () => Promise<Result>,
): Promise<Result> {
  const { tenantId, principal } = tx.ctx;
  await bind(tx, PLATFORM_TENANT, '');
  // Not in a `finally`: after a failed statement the transaction takes no more, and is rolled back as a whole.
  const result = await work();
  await bind(tx, tenantId, principal.clientId ?? '');
  return result;
}

/** Reads a tenant's rows inside a transaction of the platform: what it has set for its people's sessions, say. */
export async function withTenantRows<Result>(
  tx: SqlRunner,
  tenantId: TenantId,
  read: () => Promise<Result>,
): Promise<Result> {
  await bind(tx, tenantId, '');
  const result = await read();
  await bind(tx, PLATFORM_TENANT, '');
  return result;
}

async function bind(tx: SqlRunner, tenantId: string, clientId: string): Promise<void> {
  await tx.sql(`SELECT set_config('app.tenant', $1, true), set_config('app.client', $2, true)`, [
    tenantId,
    clientId,
  ]);
}

import type { Principal, TenantId } from '@nexus/kit/domain';
import { type Context, type WriteSession, write } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { inTenant, onPlatform } from '../guards/platform.js';

/** One transaction on the platform, as the caller. */
export async function writePlatform<Result>(
  { kernel }: Pick<SubgraphRuntime, 'kernel'>,
  ctx: Context,
  work: (tx: WriteSession) => Promise<Result>,
): Promise<Result> {
  return (await write(kernel, onPlatform(kernel, ctx), work)).result;
}

/** One transaction in a tenant, as somebody whose credentials are of no tenant yet. */
export async function writeTenant<Result>(
  { kernel }: Pick<SubgraphRuntime, 'kernel'>,
  ctx: Pick<Context, 'requestId' | 'correlationId'>,
  who: Pick<Principal, 'type' | 'subject'>,
  tenantId: TenantId,
  work: (tx: WriteSession) => Promise<Result>,
): Promise<Result> {
  return (await write(kernel, inTenant(kernel, who, tenantId, ctx), work)).result;
}

import type { RecordedEvent } from '../domain/index.js';
import {
  type Context,
  createContext,
  type Kernel,
  type WriteSession,
  write,
} from '../events/index.js';
import type { ConsumerDefinition } from './definition.js';
import type { TenantDirectory } from './tenants.js';

/** Lets a consumer's definition handle events, as a service of its domain in the tenant of each event. */
export class Handler {
  constructor(
    private readonly kernel: Kernel,
    private readonly tenants: TenantDirectory,
    readonly definition: ConsumerDefinition,
  ) {}

  /** Handles events of one tenant in a transaction that is open already. */
  async apply(tx: WriteSession, group: readonly RecordedEvent[]): Promise<void> {
    if (this.definition.whole) return this.definition.handle(tx, group);
    for (const event of group) {
      const ctx = await this.contextOf(event);
      await tx.as(ctx, () => this.definition.handle(tx, [event]));
    }
  }

  async transact(ctx: Context, work: (tx: WriteSession) => Promise<void>): Promise<void> {
    await write(this.kernel, ctx, work);
  }

  contextOf({ tenantId, correlationId, id }: RecordedEvent): Promise<Context> {
    return this.serviceContext(tenantId, correlationId, id);
  }

  async serviceContext(
    tenantId: string,
    correlationId: string,
    causationId?: string,
  ): Promise<Context> {
    const domain = this.definition.name.split('.')[0] ?? this.definition.name;
    const principal = await this.tenants.service(domain, tenantId);
    return createContext(this.kernel, principal, {
      requestId: correlationId,
      correlationId,
      causationId: causationId ?? null,
    });
  }
}

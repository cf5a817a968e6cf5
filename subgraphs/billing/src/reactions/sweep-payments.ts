import type { JobDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import { invoice } from '../domain/invoice.aggregate.js';
import { payment } from '../domain/payment.aggregate.js';
import { settlePayment } from '../guards/payment-settlement.js';
import { paymentGateway } from '../guards/ports.js';
import { inEachTenant, type TenantWork } from './tenants.js';

const EVERY_MS = 30_000;
/** A request that is still at work is left alone. */
const GRACE_MS = 20_000;
/** How long a payer may take to confirm. */
const PATIENCE_MS = 60 * 60_000;

interface OpenPayment {
  readonly id: string;
  readonly invoice_id: string;
  readonly created_at: Date;
  readonly status: 'PENDING' | 'REQUIRES_ACTION';
}

/** Finishes what a crash or a silent gateway left, and gives up what no payer confirmed. */
export const sweepPayments: JobDefinition = {
  name: 'billing.sweep-payments',
  everyMs: EVERY_MS,
  run: (runtime) =>
    inEachTenant(runtime, 'billing.sweep-payments', async (tenant) => {
      const { result } = await tenant.write((tx) =>
        tx.sql<OpenPayment>(
          `SELECT id, invoice_id, created_at, status FROM billing.payment
           WHERE status IN ('PENDING', 'REQUIRES_ACTION') AND created_at <= $1
           ORDER BY created_at LIMIT 200`,
          [new Date(tenant.ctx.now.getTime() - GRACE_MS)],
        ),
      );
      for (const open of result) await finish(runtime, tenant, open);
    }),
};

async function finish(runtime: SubgraphRuntime, tenant: TenantWork, open: OpenPayment) {
  const gateway = runtime.adapters.get(paymentGateway);
  const age = tenant.ctx.now.getTime() - open.created_at.getTime();
  if (open.status === 'REQUIRES_ACTION' && age > PATIENCE_MS) {
    if (await gateway.cancel(tenant.ctx.tenantId, open.id)) return giveUp(tenant, open);
  }
  await settlePayment(tenant, gateway, open.id);
}

async function giveUp({ write }: TenantWork, { id, invoice_id }: OpenPayment): Promise<void> {
  await write(async (tx) => {
    const { events } = await tx.run(payment, id, { type: 'cancel' });
    if (events.length > 0) await tx.run(invoice, invoice_id, { type: 'endPayment', paymentId: id });
  });
}

import { createHash } from 'node:crypto';
import { encodeId, type Money, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type GraphContext, readMoney } from '@nexus/kit/graph';
import { holdsCardNumber } from '../domain/card-data.js';
import { invoice } from '../domain/invoice.aggregate.js';
import { paymentFindings } from '../domain/invoice.rules.js';
import { isIssued } from '../domain/invoice.state.js';
import { payment } from '../domain/payment.aggregate.js';
import { paymentGateway } from '../guards/ports.js';
import { Payment } from '../read/payment.entity.js';
import { invoiceFor } from './invoice.access.js';
import type { InvoicePayInput } from './payment.inputs.js';

const TOKEN = /^tok_[a-z0-9_]{1,60}$/;

/** The payment of one idempotency key: always the same id, so that a repeated start finds what was begun. */
function paymentIdOf({ tenantId, principal }: GraphContext, key: string): string {
  const hash = createHash('sha256').update(`${tenantId}/${principal.subject}/${key}`).digest('hex');
  const uuid = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return encodeId('Payment', [...uuid, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-'));
}

function tokenOf(tx: WriteSession, { method }: InvoicePayInput): string {
  const token = method?.sandbox;
  const path = ['method', 'sandbox'];
  if (!token) {
    return tx.refuse(violation('PAYMENT_METHOD_REQUIRED', 'Say what pays.', { path: ['method'] }));
  }
  if (holdsCardNumber(token)) {
    const message = 'Card numbers are never accepted; use a token of the gateway.';
    return tx.refuse(violation('CARD_DATA_NOT_ACCEPTED', message, { path }));
  }
  if (TOKEN.test(token)) return token;
  return tx.refuse(
    violation('PAYMENT_METHOD_UNKNOWN', 'The gateway gives no such token.', { path }),
  );
}

function sameAmount(one: Money | null, other: Pick<Payment, 'amountMinor' | 'currency'>): boolean {
  return !one || (one.minor === other.amountMinor && one.currency === other.currency);
}

/**
 * Commits the intent to pay and answers the payment's id. Where a payment is on its way already, that one is
 * the answer: two clicks pay once.
 */
export async function startPayment(
  tx: WriteSession,
  ctx: GraphContext,
  input: InvoicePayInput,
): Promise<string> {
  const { id, idempotencyKey } = input;
  await invoiceFor(tx, 'pay', id);
  const wanted = input.amount ? readMoney(input.amount, ['amount']) : null;
  const token = tokenOf(tx, input);
  const paymentId = paymentIdOf(ctx, idempotencyKey ?? '');
  const begun = await tx.load(payment, paymentId);
  if (begun.version > 0) return paymentId;
  const { state } = await tx.load(invoice, id);
  const pending = isIssued(state) && state.pendingPayment;
  if (pending) {
    const row = await tx.row(Payment, pending);
    if (row && sameAmount(wanted, row)) return pending;
  }
  const findings = paymentFindings(state, wanted);
  if (findings.length > 0 || !isIssued(state)) return tx.refuse(...findings);
  const { invoiceId, clientId, projectId, remaining } = state;
  const amount = wanted ?? remaining;
  await tx.run(invoice, id, { type: 'startPayment', paymentId, amount });
  await tx.run(payment, paymentId, {
    type: 'initiate',
    ...{ paymentId, invoiceId, clientId, projectId, amount },
    method: { kind: 'GATEWAY', gateway: ctx.port(paymentGateway).name, token },
  });
  return paymentId;
}

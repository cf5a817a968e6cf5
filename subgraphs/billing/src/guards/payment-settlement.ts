import { localDate, type Money, type Principal, zero } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { BILLER_ID, type BillerState, biller } from '../domain/biller.aggregate.js';
import { invoice } from '../domain/invoice.aggregate.js';
import { appliedPart } from '../domain/invoice.issued.js';
import { isIssued } from '../domain/invoice.state.js';
import { paymentLines } from '../domain/ledger.js';
import { type PaymentState, payment } from '../domain/payment.aggregate.js';
import type { ChargeOutcome, PaymentGateway } from '../domain/payment-gateway.js';
import { postEntry } from './journal.js';

/** Whoever settles: a request or a job; it opens transactions of one tenant. */
export interface Settler {
  readonly principal: Principal;
  write<Result>(work: (tx: WriteSession) => Promise<Result>): Promise<{ readonly result: Result }>;
}

type Charged = Extract<PaymentState, { paymentId: string }>;

/**
 * Asks the gateway for a payment whose intent is committed, and commits the outcome. Safe to repeat and to
 * run at once with itself: the key is the payment's id, and an outcome counts once. A gateway that does not
 * answer leaves the payment PENDING for the sweep.
 */
export async function settlePayment(
  settler: Settler,
  gateway: PaymentGateway,
  paymentId: string,
): Promise<void> {
  const { result: before } = await settler.write((tx) => tx.load(payment, paymentId));
  const { state } = before;
  if (state.status !== 'PENDING' && state.status !== 'REQUIRES_ACTION') return;
  if (state.method.kind !== 'GATEWAY') return;
  const { amount, method, invoiceId } = state;
  const { tenantId } = settler.principal;
  const outcome = await gateway.charge({
    ...{ tenantId, amount },
    key: paymentId,
    token: method.token,
    description: invoiceId,
  });
  await settler.write((tx) => record(tx, state, outcome));
}

async function record(tx: WriteSession, charged: Charged, outcome: ChargeOutcome): Promise<void> {
  const { paymentId, invoiceId } = charged;
  switch (outcome.status) {
    case 'REQUIRES_ACTION': {
      const { url, ref: gatewayRef } = outcome;
      await tx.run(payment, paymentId, { type: 'requireAction', url, gatewayRef });
      return;
    }
    case 'FAILED': {
      const { code, hard } = outcome;
      await tx.run(payment, paymentId, { type: 'fail', code, hard });
      await tx.run(invoice, invoiceId, { type: 'endPayment', paymentId });
      return;
    }
    case 'SUCCEEDED': {
      const { fee, ref: gatewayRef } = outcome;
      await receive(tx, charged, '1010', fee, gatewayRef);
      return;
    }
    default:
      return outcome satisfies never;
  }
}

/** Money that came: on the payment, on the invoice and in the books, in one transaction, once. */
export async function receive(
  tx: WriteSession,
  charged: Charged,
  place: '1000' | '1010',
  fee: Money,
  gatewayRef: string | null,
  on?: string,
): Promise<void> {
  const { paymentId, invoiceId, clientId, amount } = charged;
  const { events } = await tx.run(payment, paymentId, { type: 'succeed', fee, gatewayRef });
  if (events.length === 0) return;
  const { state: seller } = await tx.load(biller, BILLER_ID);
  const today = localDate(tx.ctx.now, zoneOf(seller, tx.ctx.timeZone));
  const { state: paid } = await tx.load(invoice, invoiceId);
  const applied = isIssued(paid) ? appliedPart(paid, amount) : zero(amount.currency);
  const lines = paymentLines(place, { amount, applied, fee }, paid.status === 'UNCOLLECTIBLE');
  await postEntry(tx, {
    ...{ clientId, lines },
    date: on ?? today,
    cause: 'PAYMENT_RECEIVED',
    causeId: paymentId,
  });
  if (isIssued(paid)) {
    const command = { type: 'applyPayment' as const, paymentId, amount, on: on ?? today };
    await tx.run(invoice, invoiceId, command);
  }
}

export function zoneOf(seller: BillerState, fallback: string): string {
  return seller.status === 'SET' ? seller.timeZone : fallback;
}

import {
  accept,
  aggregate,
  type Decision,
  defineEvents,
  type EventOf,
  event,
  type Money,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { InvoiceRef, PaymentFailed, PaymentSucceeded } from '../../events.js';

/** How money came or is to come: through the gateway, or by a way that a person records. */
export type PaymentMethod =
  | { readonly kind: 'GATEWAY'; readonly gateway: string; readonly token: string }
  | {
      readonly kind: 'BANK_TRANSFER' | 'CHEQUE' | 'CASH' | 'OTHER';
      readonly reference: string;
      readonly valueDate: string;
    };

interface PaymentInitiated extends InvoiceRef {
  readonly paymentId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
}
interface PaymentActionRequired extends InvoiceRef {
  readonly paymentId: string;
  readonly url: string;
  readonly gatewayRef: string;
}

export const paymentEvents = defineEvents('billing', {
  PaymentInitiated: event<PaymentInitiated>(),
  PaymentActionRequired: event<PaymentActionRequired>(),
  PaymentSucceeded: event<PaymentSucceeded>(),
  PaymentFailed: event<PaymentFailed>(),
  PaymentCancelled: event<InvoiceRef & { readonly paymentId: string }>(),
});
export type PaymentEvent = EventOf<typeof paymentEvents.specs>;

export type PaymentState =
  | { readonly status: 'NONE' }
  | (PaymentInitiated & {
      readonly status: 'PENDING' | 'REQUIRES_ACTION' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
    });

export type PaymentCommand =
  | ({ readonly type: 'initiate' } & PaymentInitiated)
  | { readonly type: 'requireAction'; readonly url: string; readonly gatewayRef: string }
  | { readonly type: 'succeed'; readonly fee: Money; readonly gatewayRef: string | null }
  | { readonly type: 'fail'; readonly code: string; readonly hard: boolean }
  | { readonly type: 'cancel' };

const CLOSED: ReadonlySet<PaymentState['status']> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

function decide(state: PaymentState, command: PaymentCommand): Decision<PaymentEvent> {
  if (command.type === 'initiate') {
    const { type: _, ...data } = command;
    if (state.status !== 'NONE') return accept([]);
    return accept([{ type: 'PaymentInitiated', data }]);
  }
  if (state.status === 'NONE') {
    return refuse(violation('NOT_FOUND', 'There is no such payment.', { path: ['id'] }));
  }
  // Outcomes only move forward: a repeated or late one changes nothing.
  if (CLOSED.has(state.status)) return accept([]);
  const { paymentId, invoiceId, clientId, projectId, amount } = state;
  const ref = { paymentId, invoiceId, clientId, projectId };
  switch (command.type) {
    case 'requireAction': {
      if (state.status === 'REQUIRES_ACTION') return accept([]);
      const { url, gatewayRef } = command;
      return accept([{ type: 'PaymentActionRequired', data: { ...ref, url, gatewayRef } }]);
    }
    case 'succeed': {
      const { fee, gatewayRef } = command;
      return accept([{ type: 'PaymentSucceeded', data: { ...ref, amount, fee, gatewayRef } }]);
    }
    case 'fail': {
      const { code, hard } = command;
      return accept([{ type: 'PaymentFailed', data: { ...ref, amount, code, hard } }]);
    }
    case 'cancel':
      return accept([{ type: 'PaymentCancelled', data: ref }]);
    default:
      return unreachable(command, 'command');
  }
}

function evolve(state: PaymentState, event: PaymentEvent): PaymentState {
  if (event.type === 'PaymentInitiated') return { ...event.data, status: 'PENDING' };
  if (state.status === 'NONE') return state;
  switch (event.type) {
    case 'PaymentActionRequired':
      return { ...state, status: 'REQUIRES_ACTION' };
    case 'PaymentSucceeded':
      return { ...state, status: 'SUCCEEDED' };
    case 'PaymentFailed':
      return { ...state, status: 'FAILED' };
    case 'PaymentCancelled':
      return { ...state, status: 'CANCELLED' };
    default:
      return unreachable(event, 'event');
  }
}

/** One movement of money towards one invoice. The intent is kept before anybody outside is asked. */
export const payment = aggregate<PaymentState, PaymentCommand, PaymentEvent>({
  name: 'payment',
  catalogue: paymentEvents,
  initial: { status: 'NONE' },
  decide,
  evolve,
});

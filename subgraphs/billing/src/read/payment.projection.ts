import { projection, readTable } from '@nexus/kit/read';
import type { PaymentMethod } from '../domain/payment.aggregate.js';
import type { BillingLog } from './billing-log.js';
import { Payment } from './payment.entity.js';

export const paymentTable = readTable({
  schema: 'billing',
  name: 'payment',
  columns: `
    id text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL CHECK (status IN
      ('PENDING', 'REQUIRES_ACTION', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    kind text COLLATE "C" NOT NULL,
    action_url text,
    failure_code text,
    reference text,
    value_date date,
    created_at timestamptz NOT NULL,
    settled_at timestamptz,
    invoice_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C",
    currency text COLLATE "C" NOT NULL,
    amount_minor bigint NOT NULL,
    token text,
    gateway_ref text`,
  indexes: ['(tenant_id, invoice_id, id)', '(tenant_id, status, created_at)'],
  clientColumn: 'client_id',
});

function methodColumns(method: PaymentMethod): Partial<Payment> {
  if (method.kind === 'GATEWAY') return { kind: method.kind, token: method.token };
  return { kind: method.kind, reference: method.reference, valueDate: method.valueDate };
}

const key = ({ data }: { data: { paymentId: string } }) => data.paymentId;

export const paymentProjection = projection<BillingLog>()<Payment>({
  name: 'billing.payment',
  mode: 'inline',
  entity: Payment,
  table: paymentTable,
  on: {
    'billing.PaymentInitiated': {
      creates: true,
      key,
      apply: (_, { data, occurredAt }) => {
        const { invoiceId, clientId, projectId, amount, method } = data;
        return {
          ...{ invoiceId, clientId, projectId },
          ...methodColumns(method),
          status: 'PENDING',
          currency: amount.currency,
          amountMinor: amount.minor,
          createdAt: occurredAt,
        };
      },
    },
    'billing.PaymentActionRequired': {
      key,
      apply: (_, { data: { url, gatewayRef } }) => ({
        status: 'REQUIRES_ACTION',
        actionUrl: url,
        gatewayRef,
      }),
    },
    'billing.PaymentSucceeded': {
      key,
      apply: (_, { data: { gatewayRef }, occurredAt: settledAt }) => ({
        ...{ gatewayRef, settledAt },
        status: 'SUCCEEDED',
        actionUrl: null,
      }),
    },
    'billing.PaymentFailed': {
      key,
      apply: (_, { data: { code: failureCode }, occurredAt: settledAt }) => ({
        ...{ failureCode, settledAt },
        status: 'FAILED',
        actionUrl: null,
      }),
    },
    'billing.PaymentCancelled': {
      key,
      apply: (_, { occurredAt: settledAt }) => ({
        settledAt,
        status: 'CANCELLED',
        actionUrl: null,
      }),
    },
  },
});

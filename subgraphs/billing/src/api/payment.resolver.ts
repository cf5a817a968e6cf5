import { type Violation, violation, zero } from '@nexus/kit/domain';
import {
  type Answer,
  Emits,
  type GraphContext,
  mutate,
  mutateInSteps,
  Payload,
  Public,
  Requires,
  readMoney,
} from '@nexus/kit/graph';
import { Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { invoice } from '../domain/invoice.aggregate.js';
import { notIn, textFindings } from '../domain/invoice.rules.js';
import { payment } from '../domain/payment.aggregate.js';
import { sellerOf } from '../guards/parties.js';
import { receive, settlePayment } from '../guards/payment-settlement.js';
import { paymentGateway } from '../guards/ports.js';
import { Invoice } from '../read/invoice.entity.js';
import { Payment } from '../read/payment.entity.js';
import { Input } from './input.js';
import { invoiceFor, readableInvoice } from './invoice.access.js';
import { InvoicePayInput, PaymentRecordInput, PaymentRefreshInput } from './payment.inputs.js';
import { startPayment } from './payment.start.js';

@ObjectType({ description: 'A payment that was made, begun or declined.' })
export class PaymentPayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'The invoice, as it is after it.' })
  invoice?: Invoice;

  @Field(() => Payment, { nullable: true, description: 'The payment; a declined one too.' })
  payment?: Payment;

  @Field(() => String, {
    nullable: true,
    description: 'Where the payer confirms the payment, if they must.',
  })
  actionUrl?: string | null;
}

interface Paid {
  readonly invoice: Invoice | undefined;
  readonly payment: Payment | undefined;
  readonly actionUrl: string | null;
  readonly errors?: readonly Violation[];
}

const PAY_EVENTS = [
  'billing.PaymentInitiated',
  'billing.PaymentSucceeded',
  'billing.PaymentFailed',
  'billing.PaymentActionRequired',
  'billing.InvoicePaymentApplied',
  'billing.InvoicePaid',
  'billing.JournalPosted',
] as const;

@Resolver(() => Payment)
export class PaymentResolver {
  @Mutation(() => PaymentPayload, {
    description: 'Pays an invoice, or a part of it, through the gateway. Equal keys charge once.',
  })
  @Requires('billing:pay')
  @Emits(...PAY_EVENTS)
  @Public()
  invoicePay(
    @Ctx() ctx: GraphContext,
    @Input(InvoicePayInput) input: InvoicePayInput,
  ): Promise<Answer<Paid>> {
    const work = async (): Promise<Paid> => {
      const { result: paymentId } = await ctx.write((tx) => startPayment(tx, ctx, input));
      await settle(ctx, paymentId);
      return paid(ctx, paymentId);
    };
    return mutateInSteps(ctx, input, work, { keyRequired: true });
  }

  @Mutation(() => PaymentPayload, {
    description: 'Asks the gateway how a payment came out that its payer had to confirm.',
  })
  @Requires('billing:pay')
  @Emits(...PAY_EVENTS)
  paymentRefresh(
    @Ctx() ctx: GraphContext,
    @Input(PaymentRefreshInput) input: PaymentRefreshInput,
  ): Promise<Answer<Paid>> {
    return mutateInSteps(ctx, input, async (): Promise<Paid> => {
      await ctx.write(async (tx) => {
        const row = await tx.row(Payment, input.id);
        if (!row) tx.refuse(violation('NOT_FOUND', 'There is no such payment.', { path: ['id'] }));
        else await invoiceFor(tx, 'pay', row.invoiceId);
      });
      await settle(ctx, input.id);
      return paid(ctx, input.id);
    });
  }

  @Mutation(() => PaymentPayload, {
    description: 'Records money that came by bank, cheque or in cash.',
  })
  @Requires('billing:write')
  @Emits(...PAY_EVENTS)
  paymentRecord(
    @Ctx() ctx: GraphContext,
    @Input(PaymentRecordInput) input: PaymentRecordInput,
  ): Promise<Answer<Paid>> {
    return mutate(
      ctx,
      input,
      async (tx): Promise<Paid> => {
        const { invoiceId, valueDate, reference, kind } = input;
        await invoiceFor(tx, 'record', invoiceId, ['invoiceId']);
        const amount = readMoney(input.amount, ['amount']);
        const { today } = await sellerOf(tx);
        const { state } = await tx.load(invoice, invoiceId);
        const closed = notIn(state, ['OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE']);
        if (closed || !('number' in state)) return tx.refuse(...(closed ? [closed] : []));
        const findings = textFindings('reference', reference, 200);
        const wrong = (message: string, path: string[]) =>
          findings.push(violation('INPUT_INVALID', message, { path }));
        if (kind === 'GATEWAY') wrong('Gateway payments are made, not recorded.', ['kind']);
        if (valueDate > today) wrong('The day is in the future.', ['valueDate']);
        if (amount.currency !== state.currency) {
          const path = ['amount', 'currency'];
          const message = `The invoice is in ${state.currency}.`;
          findings.push(
            violation('CURRENCY_MISMATCH', message, { path, meta: { currency: state.currency } }),
          );
        } else if (amount.minor <= 0) {
          const path = ['amount', 'amount'];
          findings.push(violation('AMOUNT_NOT_POSITIVE', 'Record more than 0.', { path }));
        }
        if (findings.length > 0 || kind === 'GATEWAY') return tx.refuse(...findings);
        const paymentId = ctx.newId('Payment');
        const { clientId, projectId } = state;
        const method = { kind, reference, valueDate };
        const facts = { paymentId, invoiceId, clientId, projectId, amount, method };
        await tx.run(payment, paymentId, { type: 'initiate', ...facts });
        await receive(
          tx,
          { ...facts, status: 'PENDING' },
          '1000',
          zero(amount.currency),
          null,
          valueDate,
        );
        return {
          invoice: await tx.row(Invoice, invoiceId),
          payment: await tx.row(Payment, paymentId),
          actionUrl: null,
        };
      },
      { keyRequired: true },
    );
  }

  @FieldResolver(() => Invoice, { nullable: true, description: 'What it pays.' })
  async invoice(@Root() { invoiceId }: Payment, @Ctx() ctx: GraphContext): Promise<Invoice | null> {
    return (await readableInvoice(ctx, invoiceId)) ?? null;
  }
}

/** A gateway that does not answer is no fault of the payer: the payment stays pending, the sweep goes on. */
async function settle(ctx: GraphContext, paymentId: string): Promise<void> {
  try {
    await settlePayment(ctx, ctx.port(paymentGateway), paymentId);
  } catch (err) {
    ctx.runtime.kernel.logger.error({ err, paymentId }, 'payment not settled yet');
  }
}

/** The answer as the payment stands now. */
async function paid(ctx: GraphContext, paymentId: string): Promise<Paid> {
  await ctx.read.release();
  const row = await ctx.read.row(Payment, paymentId);
  const of = row && (await ctx.read.row(Invoice, row.invoiceId));
  return {
    invoice: of,
    payment: row,
    actionUrl: row?.actionUrl ?? null,
    errors: row ? outcomeErrors(row) : [],
  };
}

function outcomeErrors({ status, failureCode, actionUrl }: Payment): Violation[] {
  if (status === 'FAILED') {
    const message = `The payment was declined (${failureCode ?? 'no reason given'}).`;
    const meta = { gatewayCode: failureCode };
    return [violation('PAYMENT_DECLINED', message, { path: ['method'], meta })];
  }
  if (status === 'REQUIRES_ACTION') {
    const message = 'The payer must confirm the payment.';
    return [
      violation('PAYMENT_ACTION_REQUIRED', message, { path: ['method'], meta: { actionUrl } }),
    ];
  }
  return [];
}

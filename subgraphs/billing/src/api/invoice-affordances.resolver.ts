import type { Principal } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  canCreditInvoice,
  canEditInvoice,
  canFinalizeInvoice,
  canPayInvoice,
  canRecordPayment,
  canSendInvoice,
  canVoidInvoice,
  canWriteOffInvoice,
  type InvoiceAttributes,
} from '../policies/invoice.policy.js';
import { Invoice } from '../read/invoice.entity.js';
import { attributesOf } from './invoice.access.js';

type Policy = (principal: Principal, invoice: InvoiceAttributes) => boolean;

async function asked(ctx: GraphContext, row: Invoice, policy: Policy): Promise<boolean> {
  return policy(ctx.principal, await attributesOf(ctx, row));
}

/** What the caller could do with an invoice now, by the policies that the mutations ask. */
@Resolver(() => Invoice)
export class InvoiceAffordancesResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could change its lines and details now.',
  })
  viewerCanUpdate(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canEditInvoice);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could delete the draft now.' })
  viewerCanDelete(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canEditInvoice);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could finalize it now.' })
  viewerCanFinalize(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canFinalizeInvoice);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could send it now.' })
  viewerCanSend(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canSendInvoice);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could write off what is left of it now.',
  })
  viewerCanWriteOff(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canWriteOffInvoice);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could record money that came for it by another way.',
  })
  viewerCanRecordPayment(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canRecordPayment);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could pay it now; not while a payment is on its way.',
  })
  async viewerCanPay(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    return row.pendingPayment === null && (await asked(ctx, row, canPayInvoice));
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller could void it now: nobody outside has seen it and no money touches it.',
  })
  viewerCanVoid(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    const reachedClient = row.sentAt !== null || row.viewedAt !== null;
    const touched = row.paidMinor > 0 || row.creditedMinor > 0 || row.pendingPayment !== null;
    return asked(ctx, row, (principal, invoice) =>
      canVoidInvoice(principal, { ...invoice, reachedClient, touched }),
    );
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could issue a credit note for what is not credited yet.',
  })
  viewerCanCredit(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    const left = row.creditedMinor < row.totalMinor;
    return asked(ctx, row, (principal, invoice) =>
      canCreditInvoice(principal, { ...invoice, left }),
    );
  }
}

import {
  ConnectionArgs,
  type GraphContext,
  MoneyType,
  Requires,
  showMoney,
} from '@nexus/kit/graph';
import type { Page } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { canReadBillables } from '../policies/billable-item.policy.js';
import { type Invoice, InvoiceConnection } from '../read/invoice.entity.js';
import { ProjectFacts } from '../read/project-facts.projection.js';
import { ProjectRef } from '../read/references.js';
import { InvoiceFilter, InvoiceOrder } from './invoice.inputs.js';
import { listInvoices, ofProject } from './invoice.list.js';
import { figuresOf, type ProjectFigures } from './project-figures.js';

/** Figures of a project whose invoices the caller sees all of; null for others. */
async function figures(ctx: GraphContext, id: string): Promise<ProjectFigures | null> {
  const project = await ctx.read.row(ProjectFacts, id);
  if (!project?.clientId) return null;
  const { clientId, managerId: projectManagerId, currency } = project;
  if (!canReadBillables(ctx.principal, { clientId, projectId: id, projectManagerId })) return null;
  return figuresOf(ctx, id, currency);
}

@Resolver(() => ProjectRef)
export class ProjectBillingResolver {
  @FieldResolver(() => InvoiceConnection, {
    nullable: true,
    description: 'Invoices with a line of the project, newest first.',
  })
  @Requires('billing:read')
  invoices(
    @Root() { id }: ProjectRef,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => InvoiceFilter, { nullable: true, description: 'Which ones.' })
    filter?: InvoiceFilter,
    @Arg('orderBy', () => [InvoiceOrder], { nullable: true, description: 'In which order.' })
    orderBy?: InvoiceOrder[],
  ): Promise<Page<Invoice>> {
    return listInvoices(ctx, args, filter, orderBy, ofProject(id));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'Net amount invoiced, credit notes taken off.',
  })
  @Requires('billing:read')
  async invoicedAmount(@Root() { id }: ProjectRef, @Ctx() ctx: GraphContext) {
    return showMoney((await figures(ctx, id))?.invoiced);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'Net amount earned and not yet invoiced; drafts are in it.',
  })
  @Requires('billing:read')
  async unbilledAmount(@Root() { id }: ProjectRef, @Ctx() ctx: GraphContext) {
    return showMoney((await figures(ctx, id))?.unbilled);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Net share of what was paid.' })
  @Requires('billing:read')
  async paidAmount(@Root() { id }: ProjectRef, @Ctx() ctx: GraphContext) {
    return showMoney((await figures(ctx, id))?.paid);
  }
}

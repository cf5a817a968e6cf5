import {
  Connection,
  CurrencyCodeScalar,
  DateScalar,
  DateTimeScalar,
  Key,
  Node,
} from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BudgetKind, ProjectPhase } from '../../events.d.ts';
import { ProjectPhaseEnum } from './project.enums.js';

export const projectTable = readTable({
  schema: 'projects',
  name: 'project',
  clientColumn: 'client_id',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    client_id text COLLATE "C",
    code text COLLATE "C" NOT NULL,
    name text NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    description text,
    phase text NOT NULL CHECK (phase IN ('DISCOVERY', 'PLANNING', 'EXECUTION', 'REVIEW', 'DELIVERY',
      'SUPPORT', 'CLOSED', 'CANCELLED')),
    phase_since date,
    hold_reason text,
    manager_id text COLLATE "C" NOT NULL,
    member_ids text[] NOT NULL,
    worker_ids text[] NOT NULL,
    start_on date NOT NULL,
    end_on date,
    currency text NOT NULL,
    budget_kind text NOT NULL CHECK (budget_kind IN ('TIME_AND_MATERIALS', 'FIXED_PRICE', 'RETAINER',
      'NON_BILLABLE')),
    budget_amount bigint,
    budget_cost bigint,
    tags text[] NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL`,
  indexes: [
    'UNIQUE (tenant_id, code)',
    '(tenant_id, name_folded, id)',
    '(tenant_id, client_id, name_folded)',
    '(tenant_id, manager_id)',
    '(tenant_id, updated_at, id)',
    `(tenant_id, (coalesce(end_on, '9999-12-31'::date)), id)`,
  ],
});

@Key('id')
@ObjectType('Project', {
  implements: Node,
  description: 'A body of work for a client, or an internal one.',
  simpleResolvers: true,
})
@Entity({ schema: 'projects', name: 'project' })
export class Project extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Rises with each change; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Column('text')
  clientId!: string | null;

  @Field(() => String, { description: 'Its short name, unique in the tenant: `ACM-12`.' })
  @Column('text')
  code!: string;

  @Field(() => String, { description: 'The name it goes by, unique for its client.' })
  @Column('text')
  name!: string;

  @Column('text')
  nameFolded!: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @Column('text')
  description!: string | null;

  @Field(() => ProjectPhaseEnum, { description: 'Where it is in its life.' })
  @Column('text')
  phase!: ProjectPhase;

  /** The day the phase began; null in the first one. */
  @Column('date')
  phaseSince!: string | null;

  @Column('text')
  holdReason!: string | null;

  @Column('text')
  managerId!: string;

  /** Whoever is a member now. */
  @Column('text', { array: true })
  memberIds!: string[];

  /** Members who are not observers. */
  @Column('text', { array: true })
  workerIds!: string[];

  @Field(() => DateScalar, { description: 'Its first day.' })
  @Column('date', { name: 'start_on' })
  start!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day, as planned.' })
  @Column('date', { name: 'end_on' })
  end!: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency its money is kept in.' })
  @Column('text')
  currency!: string;

  @Column('text')
  budgetKind!: BudgetKind;

  /** Minor units of its currency. */
  @Column('bigint')
  budgetAmount!: number | null;

  /** Minor units of its currency. */
  @Column('bigint')
  budgetCost!: number | null;

  @Field(() => [String], { description: 'Free labels.' })
  @Column('text', { array: true })
  tags!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  @Column('timestamptz')
  updatedAt!: Date;
}

export const ProjectConnection = Connection(Project);

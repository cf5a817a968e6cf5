import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents, DependencyKind } from '../../events.d.ts';
import { DependencyKindEnum } from './task.enums.js';

export const dependencyTable = readTable({
  schema: 'projects',
  name: 'dependency',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    from_id text COLLATE "C" NOT NULL,
    to_id text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('FINISH_TO_START', 'START_TO_START', 'FINISH_TO_FINISH',
      'START_TO_FINISH')),
    lag_days integer NOT NULL`,
  indexes: ['(tenant_id, from_id)', '(tenant_id, to_id)'],
});

@ObjectType('Dependency', { description: 'One task waits for another.', simpleResolvers: true })
@Entity({ schema: 'projects', name: 'dependency' })
export class Dependency extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  projectId!: string;

  /** The predecessor. */
  @Column('text')
  fromId!: string;

  /** The successor. */
  @Column('text')
  toId!: string;

  @Field(() => DependencyKindEnum, { description: 'How they depend.' })
  @Column('text')
  kind!: DependencyKind;

  @Field(() => Int, { description: 'Working days between them; negative for a lead.' })
  @Column('integer')
  lagDays!: number;
}

const key = ({ data: { from, to } }: { data: { from: string; to: string } }) => `${from}:${to}`;

export const dependencyProjection = projection<DeliveryEvents>()({
  name: 'projects.dependency',
  mode: 'inline',
  entity: Dependency,
  table: dependencyTable,
  on: {
    'projects.DependencyAdded': {
      key,
      apply: (_, { data: { projectId, from, to, kind, lagDays } }) => ({
        projectId,
        fromId: from,
        toId: to,
        kind,
        lagDays,
      }),
    },
    'projects.DependencyRemoved': { key, apply: () => null },
  },
});

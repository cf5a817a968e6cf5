import { Key, Node } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnCategory, DeliveryEvents, WipMode } from '../../events.d.ts';
import { ColumnCategoryEnum, WipModeEnum } from './task.enums.js';

export const boardColumnTable = readTable({
  schema: 'projects',
  name: 'board_column',
  clientColumn: 'client_id',
  columns: `
    id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C",
    name text NOT NULL,
    category text NOT NULL CHECK (category IN ('TODO', 'DOING', 'DONE')),
    position integer NOT NULL,
    wip_limit integer,
    wip_per_member integer,
    wip_mode text NOT NULL CHECK (wip_mode IN ('WARN', 'BLOCK'))`,
  indexes: ['(tenant_id, project_id, position)'],
});

@Key('id')
@ObjectType('BoardColumn', {
  implements: Node,
  description: 'A column of a board: a step that tasks pass through.',
  simpleResolvers: true,
})
@Entity({ schema: 'projects', name: 'board_column' })
export class BoardColumn extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  clientId!: string | null;

  @Field(() => String, { description: 'Its heading.' })
  @Column('text')
  name!: string;

  @Field(() => ColumnCategoryEnum, { description: 'What it stands for.' })
  @Column('text')
  category!: ColumnCategory;

  @Column('integer')
  position!: number;

  /** The fixed limit; see `wipLimitOf` for the one in force. */
  @Column('integer', { name: 'wip_limit' })
  fixedLimit!: number | null;

  @Column('integer')
  wipPerMember!: number | null;

  @Field(() => WipModeEnum, { description: 'What its limit does.' })
  @Column('text')
  wipMode!: WipMode;
}

export const boardColumnProjection = projection<DeliveryEvents>()({
  name: 'projects.board-column',
  mode: 'inline',
  entity: BoardColumn,
  table: boardColumnTable,
  on: {
    'projects.ColumnAdded': {
      creates: true,
      key: ({ data }) => data.columnId,
      apply: (_, { data: { columnId: _id, wipLimit, ...column } }) => ({
        ...column,
        fixedLimit: wipLimit,
      }),
    },
    'projects.ColumnRenamed': {
      key: ({ data }) => data.columnId,
      apply: (row, { data }) => row && { name: data.name },
    },
    'projects.ColumnReordered': {
      key: ({ data }) => data.order,
      apply: (row, { data }, id) => row && { position: data.order.indexOf(id) },
    },
    'projects.WipLimitChanged': {
      key: ({ data }) => data.columnId,
      apply: (row, { data: { wipLimit, wipPerMember, wipMode } }) =>
        row && { fixedLimit: wipLimit, wipPerMember, wipMode },
    },
    'projects.ColumnRemoved': { key: ({ data }) => data.columnId, apply: () => null },
  },
});

import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents } from '../../events.d.ts';

export const mentionMarkTable = readTable({
  schema: 'projects',
  name: 'mention_mark',
  clientsSee: 'nothing',
  columns: 'id text COLLATE "C" NOT NULL, up_to timestamptz NOT NULL',
});

/** Up to when a person, by id, has read their mentions. */
@Entity({ schema: 'projects', name: 'mention_mark' })
export class MentionMark extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('timestamptz')
  upTo!: Date;
}

export const mentionMarkProjection = projection<DeliveryEvents>()({
  name: 'projects.mention-mark',
  mode: 'inline',
  entity: MentionMark,
  table: mentionMarkTable,
  on: {
    'projects.MentionsRead': {
      key: ({ data }) => data.userId,
      apply: (_, { data }) => ({ upTo: new Date(data.upTo) }),
    },
  },
});

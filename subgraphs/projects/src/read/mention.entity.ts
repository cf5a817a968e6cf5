import { Connection, DateTimeScalar } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents } from '../../events.d.ts';

export const mentionTable = readTable({
  schema: 'projects',
  name: 'mention',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    comment_id text COLLATE "C" NOT NULL,
    task_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    by_id text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL`,
  indexes: ['(tenant_id, user_id, at, id)', '(tenant_id, comment_id)'],
});

@ObjectType('Mention', { description: 'A comment that calls upon the caller.' })
@Entity({ schema: 'projects', name: 'mention' })
export class Mention extends TenantRow {
  /** `<comment>/<person>`: somebody is called upon once by a comment. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  userId!: string;

  @Column('text')
  commentId!: string;

  @Column('text')
  taskId!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  byId!: string;

  @Field(() => DateTimeScalar, { description: 'When it did.' })
  @Column('timestamptz')
  at!: Date;
}

export const MentionConnection = Connection(Mention);

/** The id of the row in which a comment calls upon somebody. */
export const mentionId = (commentId: string, userId: string): string => `${commentId}/${userId}`;

export const mentionProjection = projection<DeliveryEvents>()({
  name: 'projects.mention',
  mode: 'inline',
  entity: Mention,
  table: mentionTable,
  on: {
    'projects.UserMentioned': {
      key: ({ data }) => mentionId(data.commentId, data.userId),
      apply: (_, { data: { userId, commentId, taskId, projectId, by }, occurredAt }) => ({
        ...{ userId, commentId, taskId, projectId },
        byId: by,
        at: occurredAt,
      }),
    },
    'projects.CommentEdited': {
      sql: async (tx, { data: { commentId, mentions } }, table) => {
        await tx.sql(`DELETE FROM ${table} WHERE comment_id = $1 AND NOT user_id = ANY ($2)`, [
          commentId,
          [...mentions],
        ]);
      },
    },
    'projects.CommentDeleted': {
      sql: async (tx, { data: { commentId } }, table) => {
        await tx.sql(`DELETE FROM ${table} WHERE comment_id = $1`, [commentId]);
      },
    },
  },
});

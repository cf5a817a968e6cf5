import { Connection, DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CommentVisibility, DeliveryEvents } from '../../events.d.ts';
import { CommentVisibilityEnum } from './task.enums.js';

export const commentTable = readTable({
  schema: 'projects',
  name: 'task_comment',
  clientColumn: 'visible_to',
  columns: `
    id text COLLATE "C" NOT NULL,
    task_id text COLLATE "C" NOT NULL,
    visible_to text COLLATE "C",
    author_id text COLLATE "C" NOT NULL,
    body text,
    visibility text NOT NULL CHECK (visibility IN ('INTERNAL', 'CLIENT')),
    parent_id text COLLATE "C",
    mention_ids text[] NOT NULL,
    edited boolean NOT NULL,
    created_at timestamptz NOT NULL`,
  indexes: [
    '(tenant_id, task_id, created_at, id)',
    '(tenant_id, parent_id) WHERE parent_id IS NOT NULL',
  ],
});

@Key('id')
@ObjectType('TaskComment', {
  implements: Node,
  description: 'What somebody says about a task.',
  simpleResolvers: true,
})
@Entity({ schema: 'projects', name: 'task_comment' })
export class TaskComment extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  taskId!: string;

  /** The client who may see it; row policies read it. */
  @Column('text')
  visibleTo!: string | null;

  @Column('text')
  authorId!: string;

  @Field(() => String, { nullable: true, description: 'What it says; null once it is deleted.' })
  @Column('text')
  body!: string | null;

  @Field(() => CommentVisibilityEnum, { description: 'Who may read it.' })
  @Column('text')
  visibility!: CommentVisibility;

  @Column('text')
  parentId!: string | null;

  @Column('text', { array: true })
  mentionIds!: string[];

  @Field(() => Boolean, { description: 'Whether it was changed after others may have read it.' })
  @Column('boolean')
  edited!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  @Column('timestamptz')
  createdAt!: Date;
}

export const TaskCommentConnection = Connection(TaskComment);

export const commentProjection = projection<DeliveryEvents>()({
  name: 'projects.task-comment',
  mode: 'inline',
  entity: TaskComment,
  table: commentTable,
  on: {
    'projects.CommentAdded': {
      key: ({ data }) => data.commentId,
      apply: (
        _,
        { data: { taskId, clientId, authorId, body, visibility, parentId, mentions, at } },
      ) => ({
        taskId,
        visibleTo: visibility === 'CLIENT' ? clientId : null,
        authorId,
        body,
        visibility,
        parentId,
        mentionIds: [...mentions],
        edited: false,
        createdAt: new Date(at),
      }),
    },
    'projects.CommentEdited': {
      key: ({ data }) => data.commentId,
      apply: (row, { data: { body, mentions, marked } }) =>
        row && { body, mentionIds: [...mentions], edited: row.edited || marked },
    },
    'projects.CommentDeleted': {
      key: ({ data }) => data.commentId,
      apply: (row) => row && { body: null, mentionIds: [] },
    },
  },
});

import {
  accept,
  aggregate,
  type Decision,
  type DecisionContext,
  judge,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { CommentVisibility } from '../../events.d.ts';
import { type CommentEvent, commentEvents } from './comment.events.js';
import { textFindings } from './text.rules.js';

/** Until then an edit leaves no mark. */
export const FREE_EDIT_MINUTES = 15;
export const MAX_MENTIONS = 50;

interface Place {
  readonly taskId: string;
  readonly projectId: string;
  readonly clientId: string | null;
}

export type CommentState =
  | { readonly kind: 'absent' }
  | (Place & {
      readonly kind: 'shown';
      readonly commentId: string;
      readonly authorId: string;
      readonly body: string;
      readonly mentions: readonly string[];
      readonly at: string;
    })
  | { readonly kind: 'deleted' };

export type CommentCommand =
  | (Place & {
      readonly type: 'Add';
      readonly commentId: string;
      readonly authorId: string;
      readonly body: string;
      readonly visibility: CommentVisibility;
      /** The comment it answers; threads are two levels deep. */
      readonly parent: { readonly id: string; readonly parentId: string | null } | null;
      readonly mentions: readonly string[];
    })
  | { readonly type: 'Edit'; readonly body: string; readonly mentions: readonly string[] }
  | { readonly type: 'Delete' };

type Outcome = Decision<CommentEvent>;

function evolve(state: CommentState, { type, data }: CommentEvent): CommentState {
  switch (type) {
    case 'CommentAdded': {
      const { visibility: _v, parentId: _p, ...comment } = data;
      return { kind: 'shown', ...comment };
    }
    case 'CommentEdited':
      return state.kind === 'shown'
        ? { ...state, body: data.body, mentions: data.mentions }
        : state;
    case 'CommentDeleted':
      return { kind: 'deleted' };
    case 'UserMentioned':
      return state;
    default:
      return unreachable(type, 'event');
  }
}

function decide(state: CommentState, command: CommentCommand, ctx: DecisionContext): Outcome {
  if (command.type === 'Add') return add(state, command, ctx);
  if (state.kind !== 'shown') {
    return refuse(violation('COMMENT_STATE_INVALID', 'The comment is deleted.', { path: ['id'] }));
  }
  const { commentId, taskId, projectId, clientId } = state;
  const place = { commentId, taskId, projectId, clientId };
  switch (command.type) {
    case 'Edit': {
      const { body, mentions } = command;
      const age = ctx.now.getTime() - Date.parse(state.at);
      const marked = age > FREE_EDIT_MINUTES * 60_000;
      const fresh = mentions.filter((userId) => !state.mentions.includes(userId));
      return judge(contentFindings(body, mentions), () =>
        body === state.body && fresh.length === 0 && mentions.length === state.mentions.length
          ? []
          : [
              { type: 'CommentEdited', data: { ...place, body, mentions, marked } },
              ...mentioned(place, fresh, state.authorId),
            ],
      );
    }
    case 'Delete':
      return accept([{ type: 'CommentDeleted', data: place }]);
    default:
      return unreachable(command, 'command');
  }
}

function add(
  state: CommentState,
  { type: _, parent, ...comment }: CommentCommand & { type: 'Add' },
  { now }: DecisionContext,
): Outcome {
  if (state.kind !== 'absent') return accept([]);
  const { commentId, taskId, projectId, clientId, authorId, mentions } = comment;
  const data = { ...comment, parentId: parent?.id ?? null, at: now.toISOString() };
  const findings = [
    ...contentFindings(comment.body, mentions),
    ...(parent?.parentId
      ? [
          violation(
            'COMMENT_STATE_INVALID',
            'An answer cannot be answered: threads are two levels deep.',
            {
              path: ['parentId'],
            },
          ),
        ]
      : []),
  ];
  return judge(findings, () => [
    { type: 'CommentAdded', data },
    ...mentioned({ commentId, taskId, projectId, clientId }, mentions, authorId),
  ]);
}

function mentioned(
  place: Place & { readonly commentId: string },
  userIds: readonly string[],
  by: string,
): CommentEvent[] {
  const others = new Set(userIds.filter((userId) => userId !== by));
  return [...others].map((userId) => ({
    type: 'UserMentioned',
    data: { ...place, userId, by },
  }));
}

const contentFindings = (body: string, mentions: readonly string[]) => [
  ...textFindings(body, { path: ['body'], max: 20_000 }),
  ...(mentions.length > MAX_MENTIONS
    ? [
        violation('BATCH_TOO_LARGE', `Mention ${MAX_MENTIONS} people at most.`, {
          path: ['mentions'],
          meta: { max: MAX_MENTIONS },
        }),
      ]
    : []),
];

/** What somebody says about a task; INTERNAL unless meant for the client. */
export const comment = aggregate<CommentState, CommentCommand, CommentEvent>({
  name: 'comment',
  catalogue: commentEvents,
  initial: { kind: 'absent' },
  decide,
  evolve,
});

import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { comment } from '../../src/domain/comment.aggregate.js';
import type { CommentEvent } from '../../src/domain/comment.events.js';

const place = { taskId: 'tsk_1', projectId: 'prj_1', clientId: 'cli_1' };
const ADD = {
  type: 'Add',
  ...place,
  commentId: 'cmt_1',
  authorId: 'usr_mia',
  body: 'Have a look',
  visibility: 'INTERNAL',
  parent: null,
  mentions: [],
} as const;
const added = (at: string): CommentEvent => ({
  type: 'CommentAdded',
  data: {
    ...place,
    commentId: 'cmt_1',
    authorId: 'usr_mia',
    body: 'Have a look',
    visibility: 'INTERNAL',
    parentId: null,
    mentions: [],
    at,
  },
});
const deleted: CommentEvent = { type: 'CommentDeleted', data: { ...place, commentId: 'cmt_1' } };
const spec = () => specification(comment);
const NOW = '2026-11-16T09:00:00.000Z';

describe('a comment', () => {
  it('is written', () =>
    spec()
      .given()
      .when(ADD)
      .then([added(NOW)]));

  it('tells whom it mentions, each once', () =>
    spec()
      .given()
      .when({ ...ADD, mentions: ['usr_ben', 'usr_ben'] })
      .then([
        {
          type: 'CommentAdded',
          data: { ...added(NOW).data, mentions: ['usr_ben', 'usr_ben'] } as never,
        },
        {
          type: 'UserMentioned',
          data: { ...place, commentId: 'cmt_1', userId: 'usr_ben', by: 'usr_mia' },
        },
      ]));

  it('tells nobody of calling upon themselves', () =>
    spec()
      .given()
      .when({ ...ADD, mentions: ['usr_mia'] })
      .then([
        { type: 'CommentAdded', data: { ...added(NOW).data, mentions: ['usr_mia'] } as never },
      ]));

  it('tells only those whom an edit calls upon anew', () =>
    spec()
      .given({ type: 'CommentAdded', data: { ...added(NOW).data, mentions: ['usr_ben'] } as never })
      .when({ type: 'Edit', body: 'Have a look', mentions: ['usr_ben', 'usr_ida'] })
      .then([
        {
          type: 'CommentEdited',
          data: {
            ...place,
            commentId: 'cmt_1',
            body: 'Have a look',
            mentions: ['usr_ben', 'usr_ida'],
            marked: false,
          },
        },
        {
          type: 'UserMentioned',
          data: { ...place, commentId: 'cmt_1', userId: 'usr_ida', by: 'usr_mia' },
        },
      ]));

  it('says something', () =>
    spec()
      .given()
      .when({ ...ADD, body: ' ' })
      .thenRefused('INPUT_REQUIRED', ['body']));

  it('answers a comment, not an answer', async () => {
    await spec()
      .given()
      .when({ ...ADD, parent: { id: 'cmt_0', parentId: 'cmt_9' } })
      .thenRefused('COMMENT_STATE_INVALID', ['parentId']);
  });

  it.each([
    ['2026-11-16T08:46:00.000Z', false],
    ['2026-11-16T08:44:00.000Z', true],
  ])('written at %s is marked by an edit: %s', (at, marked) =>
    spec()
      .given(added(at))
      .when({ type: 'Edit', body: 'Look here', mentions: [] })
      .then([
        {
          type: 'CommentEdited',
          data: { ...place, commentId: 'cmt_1', body: 'Look here', mentions: [], marked },
        },
      ]),
  );

  it('is deleted once and for all', async () => {
    await spec().given(added(NOW)).when({ type: 'Delete' }).then([deleted]);
    await spec()
      .given(added(NOW), deleted)
      .when({ type: 'Edit', body: 'Back', mentions: [] })
      .thenRefused('COMMENT_STATE_INVALID', ['id']);
  });
});

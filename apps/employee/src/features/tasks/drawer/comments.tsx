import { Button } from '@nexus/ui/components/button';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useUnsent } from '@nexus/ui/offline/use-unsent';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Comment } from './comment.js';
import { CommentAddDocument } from './comment-add.generated.js';
import { CommentForm } from './comment-form.js';
import { Part } from './part.js';
import { peopleOf, type ShownTask } from './shown-task.js';
import { TaskCommentChangedDocument } from './task-comment-changed.generated.js';
import { TaskCommentsDocument } from './task-comments.generated.js';
import { UnsentComment } from './unsent-comment.js';

/** What is said about a task; what others say appears by itself. */
export function Comments({ task }: { readonly task: ShownTask }) {
  const { t } = useTranslation('tasks');
  const [after, setAfter] = useState<string | null>(null);
  const { data, since } = useScreen(
    TaskCommentsDocument,
    { id: task.id, ...(after !== null && { after }) },
    { policy: 'cache-and-network' },
  );
  useLive(TaskCommentChangedDocument, [{ taskId: task.id }], since);
  const unsent = useUnsent(CommentAddDocument).filter(({ input }) => input.taskId === task.id);
  const all = data?.task?.comments.nodes ?? [];
  // A comment that was taken back says nothing any more.
  const comments = all.filter(({ body }) => body !== null);
  const { hasNextPage = false, endCursor } = data?.task?.comments.pageInfo ?? {};
  const people = peopleOf(task);
  return (
    <Part title={t('comment.title')}>
      {comments.length + unsent.length === 0 && data && (
        <p className="text-muted">{t('comment.none')}</p>
      )}
      <ol className="grid gap-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} people={people} />
          </li>
        ))}
      </ol>
      {hasNextPage && endCursor && (
        <Button variant="ghost" onClick={() => setAfter(endCursor)}>
          {t('comment.more')}
        </Button>
      )}
      {unsent.length > 0 && (
        <ol className="grid gap-3">
          {unsent.map((one) => (
            <li key={one.item.key}>
              <UnsentComment {...one} />
            </li>
          ))}
        </ol>
      )}
      {task.viewerCanComment && <CommentForm taskId={task.id} people={people} />}
    </Part>
  );
}

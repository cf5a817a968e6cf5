import { Avatar } from '@nexus/ui/components/avatar';
import { Badge } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { mutate } from '@nexus/ui/graph/ask';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { CommentDeleteDocument } from './comment-delete.generated.js';
import { CommentEditor } from './comment-editor.js';
import type { Person } from './mentions.js';
import type { TaskCommentFragment } from './task-comment.generated.js';
import { useAttempt } from './use-attempt.js';

interface CommentProps {
  readonly comment: TaskCommentFragment;
  readonly people: readonly Person[];
}

/** What one person said, to whom, and when. */
export function Comment({ comment, people }: CommentProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { moment } = useFormat();
  const { attempt, isBusy } = useAttempt();
  const [isEditing, setEditing] = useState(false);
  const { id, author, body, createdAt, edited, visibility } = comment;
  const name = author?.name ?? t('comment.somebody');
  const remove = () =>
    attempt(async () => {
      const { taskCommentDelete } = await mutate(graph, CommentDeleteDocument, { input: { id } });
      return taskCommentDelete.errors;
    });
  return (
    <article
      aria-label={t('comment.by', { name })}
      className="grid gap-1 rounded-medium border border-line p-3"
    >
      <header className="flex flex-wrap items-center gap-2">
        <Avatar name={name} isDecorative />
        <span className="font-medium">{name}</span>
        <time dateTime={createdAt} className="tabular text-small text-muted">
          {moment(createdAt)}
        </time>
        {edited && <span className="text-small text-muted">{t('comment.edited')}</span>}
        {visibility === 'CLIENT' && <Badge tone="warning">{t('comment.forClient')}</Badge>}
      </header>
      {isEditing ? (
        <CommentEditor comment={comment} people={people} onClose={() => setEditing(false)} />
      ) : (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{body}</p>
      )}
      {!isEditing && (comment.viewerCanEdit || comment.viewerCanDelete) && (
        <footer className="flex gap-1">
          {comment.viewerCanEdit && (
            <Button size="small" variant="ghost" onClick={() => setEditing(true)}>
              {t('comment.edit')}
            </Button>
          )}
          {comment.viewerCanDelete && (
            <Button size="small" variant="ghost" isBusy={isBusy} onClick={() => void remove()}>
              {t('comment.delete')}
            </Button>
          )}
        </footer>
      )}
    </article>
  );
}

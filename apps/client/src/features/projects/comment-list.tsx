import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Avatar } from '@nexus/ui/components/avatar';
import { IconButton } from '@nexus/ui/components/icon-button';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { UnsentText } from '@nexus/ui/offline/unsent-text';
import type { Unsent } from '@nexus/ui/offline/use-unsent';
import { useViewer } from '@nexus/ui/session/viewer';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ClientCommentFragment } from './client-comment.generated.js';
import { deleteComment } from './comment-actions.js';
import type { CommentAddMutationVariables } from './comment-add.generated.js';

interface CommentListProps {
  readonly comments: readonly ClientCommentFragment[];
  /** What the viewer has said and the graph has not taken yet. */
  readonly unsent: readonly Unsent<CommentAddMutationVariables['input']>[];
}

/** What is said, the oldest first. */
export function CommentList({ comments, unsent }: CommentListProps) {
  const { t } = useTranslation('projects');
  if (comments.length + unsent.length === 0)
    return <p className="text-muted">{t('comments.none')}</p>;
  return (
    <ul aria-label={t('comments.title')} className="grid gap-4">
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      {unsent.map((one) => (
        <UnsentComment key={one.item.key} {...one} />
      ))}
    </ul>
  );
}

function Comment({ comment }: { readonly comment: ClientCommentFragment }) {
  const { t } = useTranslation('projects');
  const { moment } = useFormat();
  const context = useActionContext();
  const { author, body, createdAt, edited } = comment;
  const name = author?.name ?? t('comments.somebody');
  return (
    <li className="flex gap-3">
      <Avatar name={name} isDecorative />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <time dateTime={createdAt} className="text-small text-muted">
            {moment(createdAt)}
          </time>
          {edited && <span className="text-small text-muted">{t('comments.edited')}</span>}
        </p>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">
          {body ?? <span className="text-muted">{t('comments.deleted')}</span>}
        </p>
      </div>
      {deleteComment.isAllowed(comment) && (
        <IconButton
          size="small"
          icon={Trash2}
          label={t('comments.delete')}
          onClick={() => void runAction(deleteComment, comment, context)}
        />
      )}
    </li>
  );
}

function UnsentComment({ item, input }: CommentListProps['unsent'][number]) {
  const { user } = useViewer();
  return (
    <li className="flex gap-3">
      <Avatar name={user.name} isDecorative />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="font-medium">{user.name}</p>
        <UnsentText item={item} text={input.body} />
      </div>
    </li>
  );
}

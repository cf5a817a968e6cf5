import { Button } from '@nexus/ui/components/button';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { mutate } from '@nexus/ui/graph/ask';
import { useViewer } from '@nexus/ui/session/viewer';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { CommentEditDocument } from './comment-edit.generated.js';
import { MentionTextarea } from './mention-textarea.js';
import { mentionedIn, type Person } from './mentions.js';
import type { TaskCommentFragment } from './task-comment.generated.js';
import { useAttempt } from './use-attempt.js';

interface CommentEditorProps {
  readonly comment: TaskCommentFragment;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** Changes what one has said. */
export function CommentEditor({ comment, people, onClose }: CommentEditorProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { user } = useViewer();
  const { attempt, isBusy } = useAttempt();
  const draft = useDraft(`${user.id}:comment:${comment.id}`, comment.body ?? '');
  const { id } = comment;
  const close = () => {
    draft.discard();
    onClose();
  };
  const save = async () => {
    const body = draft.value.trim();
    const isDone = await attempt(async () => {
      const input = { id, body, mentionIds: mentionedIn(body, people) };
      return (await mutate(graph, CommentEditDocument, { input })).taskCommentEdit.errors;
    });
    if (isDone) close();
  };
  return (
    <div className="grid gap-2">
      <MentionTextarea
        label={t('comment.change')}
        value={draft.value}
        people={people}
        onChange={draft.change}
        onSend={() => void save()}
      />
      <div className="flex gap-2">
        <Button
          size="small"
          variant="primary"
          isBusy={isBusy}
          disabled={!draft.value.trim()}
          onClick={() => void save()}
        >
          {t('save')}
        </Button>
        <Button size="small" variant="ghost" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

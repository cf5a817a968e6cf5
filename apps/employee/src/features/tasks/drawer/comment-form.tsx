import { Button } from '@nexus/ui/components/button';
import { Select } from '@nexus/ui/forms/select';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { usePost } from '@nexus/ui/offline/outbox-context';
import { useViewer } from '@nexus/ui/session/viewer';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentAddDocument } from './comment-add.generated.js';
import { MentionTextarea } from './mention-textarea.js';
import { mentionedIn, type Person } from './mentions.js';

interface CommentFormProps {
  readonly taskId: string;
  readonly people: readonly Person[];
}

const WHO = ['INTERNAL', 'CLIENT'] as const;

/** Says something about a task: to the team, or to the client too. It stands below what was said at once, and waits there. */
export function CommentForm({ taskId, people }: CommentFormProps) {
  const { t } = useTranslation('tasks');
  const post = usePost();
  const { user } = useViewer();
  const [visibility, setVisibility] = useState<(typeof WHO)[number]>('INTERNAL');
  const draft = useDraft(`${user.id}:task:${taskId}:comment`, '');

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const body = draft.value.trim();
    if (!body) return;
    const input = { taskId, body, visibility, mentionIds: mentionedIn(body, people) };
    const idempotencyKey = crypto.randomUUID();
    post(CommentAddDocument, { input: { ...input, idempotencyKey } });
    draft.discard();
    // What the client may read is said anew each time.
    setVisibility('INTERNAL');
  };
  return (
    <form onSubmit={send} className="grid gap-2">
      <MentionTextarea
        label={t('comment.new')}
        placeholder={t('comment.placeholder')}
        value={draft.value}
        people={people}
        onChange={draft.change}
        onSend={send}
      />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="w-56">
          <Select
            label={t('comment.who')}
            value={visibility}
            onChange={setVisibility}
            options={WHO.map((value) => ({ value, label: t(`comment.visibility.${value}`) }))}
          />
        </div>
        <Button type="submit" variant="primary" disabled={!draft.value.trim()}>
          {t(visibility === 'CLIENT' ? 'comment.sendToClient' : 'comment.send')}
        </Button>
      </div>
    </form>
  );
}

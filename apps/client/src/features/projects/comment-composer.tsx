import { Button } from '@nexus/ui/components/button';
import { Field } from '@nexus/ui/forms/field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { usePost } from '@nexus/ui/offline/outbox-context';
import { useViewer } from '@nexus/ui/session/viewer';
import { Send } from 'lucide-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentAddDocument } from './comment-add.generated.js';

/** Says something about a task. What was typed stays in this browser until it is said, and what is said until it has arrived. */
export function CommentComposer({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('projects');
  const { user } = useViewer();
  const post = usePost();
  const draft = useDraft(`${user.id}:task:${taskId}:comment`, '');
  const body = draft.value.trim();

  const send = (event: Pick<FormEvent, 'preventDefault'>) => {
    event.preventDefault();
    if (!body) return;
    const idempotencyKey = crypto.randomUUID();
    post(CommentAddDocument, { input: { taskId, body, visibility: 'CLIENT', idempotencyKey } });
    draft.discard();
  };
  return (
    <form onSubmit={send} className="grid gap-3">
      <Field label={t('comments.add')} hint={t('comments.hint')}>
        <Textarea
          value={draft.value}
          onChange={({ target }) => draft.change(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send(event);
          }}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        icon={Send}
        disabled={!body}
        className="justify-self-end"
      >
        {t('comments.send')}
      </Button>
    </form>
  );
}

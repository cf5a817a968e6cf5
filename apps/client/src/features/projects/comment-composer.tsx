import { Button } from '@nexus/ui/components/button';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { Send } from 'lucide-react';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { CommentAddDocument } from './comment-add.generated.js';

interface Words {
  readonly body: string;
}

/** Says something about a task. What was typed stays until it has arrived; sent twice, it is said once. */
export function CommentComposer({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('projects');
  const graph = useClient();
  const form = useForm<Words>({ defaultValues: { body: '' } });
  const serverErrors = useServerErrors(form);
  const attempt = useRef<{ readonly body: string; readonly key: string }>(undefined);

  async function send({ body }: Words) {
    const same = attempt.current?.body === body ? attempt.current : undefined;
    attempt.current = same ?? { body, key: crypto.randomUUID() };
    const idempotencyKey = attempt.current.key;
    try {
      const { taskCommentAdd } = await mutate(graph, CommentAddDocument, {
        input: { taskId, body, visibility: 'CLIENT', idempotencyKey },
      });
      attempt.current = undefined;
      if (serverErrors.place(taskCommentAdd)) form.reset();
    } catch (error) {
      const { message, requestId } = describeFault(error);
      const request = requestId && t('comments.request', { id: requestId });
      serverErrors.place({ errors: [{ message: [message, request].filter(Boolean).join(' ') }] });
    }
  }

  return (
    <Form form={form} serverErrors={serverErrors} onSubmit={send} className="grid gap-3">
      <FormField<Words, 'body'>
        name="body"
        label={t('comments.add')}
        hint={t('comments.hint')}
        isRequired
      >
        {(field) => (
          <Textarea
            {...field}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
                event.preventDefault();
                void form.handleSubmit(send)();
              }
            }}
          />
        )}
      </FormField>
      <Button
        type="submit"
        variant="primary"
        icon={Send}
        isBusy={form.formState.isSubmitting}
        className="justify-self-end"
      >
        {t('comments.send')}
      </Button>
    </Form>
  );
}

import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Field } from '@nexus/ui/forms/field';
import { Textarea } from '@nexus/ui/forms/textarea';
import type { TextKey } from '@nexus/ui/i18n/namespaces';
import { useText } from '@nexus/ui/i18n/use-text';
import { type FormEvent, type ReactNode, useCallback, useId, useState } from 'react';

export interface Question {
  readonly titleKey: TextKey;
  readonly labelKey: TextKey;
  readonly submitKey: TextKey;
  readonly isRequired: boolean;
}

/** Asks for a reason; null where the person thought better of it. */
export type AskReason = (question: Question) => Promise<string | null>;

interface Asked {
  readonly question: Question;
  readonly answer: (reason: string | null) => void;
}

/** A way to ask for a reason, and the dialog that does. */
export function useAskReason(): { readonly ask: AskReason; readonly dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  const ask: AskReason = useCallback(
    (question) => new Promise((answer) => setAsked({ question, answer })),
    [],
  );
  const finish = (reason: string | null) => {
    asked?.answer(reason);
    setAsked(undefined);
  };
  return { ask, dialog: asked && <ReasonDialog question={asked.question} onFinish={finish} /> };
}

interface ReasonDialogProps {
  readonly question: Question;
  readonly onFinish: (reason: string | null) => void;
}

function ReasonDialog({ question, onFinish }: ReasonDialogProps) {
  const text = useText();
  const formId = useId();
  const [reason, setReason] = useState('');
  const isReady = !question.isRequired || reason.trim() !== '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialog stands inside whatever form opened it, as far as React's events go.
    event.stopPropagation();
    if (isReady) onFinish(reason.trim());
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onFinish(null)}
      title={text(question.titleKey)}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={() => onFinish(null)}>
            {text('tasks:cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} disabled={!isReady}>
            {text(question.submitKey)}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send}>
        <Field label={text(question.labelKey)} isRequired={question.isRequired}>
          <Textarea
            autoFocus
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}

import { ReasonDialog } from '@nexus/ui/forms/reason-dialog';
import type { TextKey } from '@nexus/ui/i18n/namespaces';
import { useText } from '@nexus/ui/i18n/use-text';
import { type ReactNode, useCallback, useState } from 'react';

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
  const text = useText();
  const [asked, setAsked] = useState<Asked>();
  const ask: AskReason = useCallback(
    (question) => new Promise((answer) => setAsked({ question, answer })),
    [],
  );
  return {
    ask,
    dialog: asked && (
      <ReasonDialog
        title={text(asked.question.titleKey)}
        label={text(asked.question.labelKey)}
        submitLabel={text(asked.question.submitKey)}
        isRequired={asked.question.isRequired}
        onReason={async (reason) => {
          asked.answer(reason);
          return { errors: [] };
        }}
        onClose={() => {
          // Where a reason was given, this says nothing new.
          asked.answer(null);
          setAsked(undefined);
        }}
      />
    ),
  };
}

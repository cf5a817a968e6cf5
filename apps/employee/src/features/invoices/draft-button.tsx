import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { useState } from 'react';
import { type DraftSubject, draftInvoice } from './invoice-actions.js';

interface DraftButtonProps {
  /** Says of what: several such buttons are on the page. */
  readonly label: string;
  readonly shortLabel: string;
  readonly subject: DraftSubject;
}

/** Makes a draft of unbilled work, and goes there. */
export function DraftButton({ label, shortLabel, subject }: DraftButtonProps) {
  const context = useActionContext();
  const [isBusy, setBusy] = useState(false);
  if (!draftInvoice.isAllowed(subject)) return null;
  const draft = async () => {
    setBusy(true);
    await runAction(draftInvoice, subject, context);
    setBusy(false);
  };
  return (
    <Button
      size="small"
      icon={draftInvoice.icon}
      aria-label={label}
      isBusy={isBusy}
      onClick={() => void draft()}
    >
      {shortLabel}
    </Button>
  );
}

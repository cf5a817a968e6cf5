import { Button } from '@nexus/ui/components/button';
import { lazyPart } from '@nexus/ui/components/lazy-part';
import { useText } from '@nexus/ui/i18n/use-text';
import { useState } from 'react';
import { skipParked } from './parked-actions.js';
import type { ParkedLineFragment } from './parked-line.generated.js';

const SkipDialog = lazyPart(async () => (await import('./skip-dialog.js')).SkipDialog);

/** Gives an event up, once somebody has said why. */
export function SkipButton({ event }: { readonly event: ParkedLineFragment }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  if (!skipParked.isAllowed({ event, reason: '' })) return null;
  return (
    <>
      <Button size="small" variant="ghost" icon={skipParked.icon} onClick={() => setIsOpen(true)}>
        {text(skipParked.labelKey)} <span className="sr-only">{event.type}</span>
      </Button>
      {isOpen && <SkipDialog event={event} onClose={() => setIsOpen(false)} />}
    </>
  );
}

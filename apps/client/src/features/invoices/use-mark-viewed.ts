import { mutate } from '@nexus/ui/graph/ask';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { InvoiceMarkViewedDocument } from './invoice-mark-viewed.generated.js';

/** Lets the seller know that the invoice was looked at, the first time. @param isNew never looked at before */
export function useMarkViewed(id: string, isNew: boolean): void {
  const graph = useClient();
  useEffect(() => {
    if (!isNew) return;
    // Nothing on the page depends on it: where it fails, the next look is the first one.
    mutate(graph, InvoiceMarkViewedDocument, { input: { id } }).catch(() => undefined);
  }, [graph, id, isNew]);
}

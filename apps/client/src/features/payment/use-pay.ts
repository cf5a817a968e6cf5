import { mutate } from '@nexus/ui/graph/ask';
import { describeFault, GraphFault } from '@nexus/ui/graph/graph-fault';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { createAttempts } from './attempts.js';
import { InvoicePayDocument } from './invoice-pay.generated.js';
import type { PayableFragment } from './payable.generated.js';
import type { TestCard } from './test-cards.js';

/** What could not even be tried, in words, and the id to name to support. */
export interface PayFault {
  readonly message: string;
  readonly requestId?: string | undefined;
}

interface Paying {
  readonly isPaying: boolean;
  readonly fault: PayFault | undefined;
  /** Payments that were begun on this page. */
  readonly begun: ReadonlySet<string>;
  readonly pay: (token: TestCard['token']) => Promise<void>;
}

/** Faults after which nobody knows whether the money moved: the same key is used again. */
const UNKNOWN = new Set(['NETWORK_ERROR', 'BAD_RESPONSE', 'UNAVAILABLE', 'IN_PROGRESS', 'UNKNOWN']);

/** Pays what is left of an invoice by a token, once, however often it is asked to. */
export function usePay({ id, remaining }: PayableFragment): Paying {
  const graph = useClient();
  const attempts = useMemo(
    () => createAttempts(window.sessionStorage, () => crypto.randomUUID()),
    [],
  );
  const [isPaying, setPaying] = useState(false);
  const [fault, setFault] = useState<PayFault>();
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  /** A second press may come before the first one is drawn. */
  const running = useRef(false);

  const pay = useCallback(
    async (token: TestCard['token']) => {
      if (running.current) return;
      running.current = true;
      setPaying(true);
      setFault(undefined);
      const { amount, currency } = remaining;
      const idempotencyKey = attempts.keyOf({ invoiceId: id, token, amount });
      try {
        const { invoicePay } = await mutate(graph, InvoicePayDocument, {
          input: { id, amount: { amount, currency }, method: { sandbox: token }, idempotencyKey },
        });
        attempts.end(id);
        const { payment, errors } = invoicePay;
        if (payment) setBegun((known) => new Set(known).add(payment.id));
        else setFault({ message: errors.map(({ message }) => message).join(' ') });
      } catch (error) {
        if (error instanceof GraphFault && !UNKNOWN.has(error.code)) attempts.end(id);
        setFault(describeFault(error));
      } finally {
        running.current = false;
        setPaying(false);
      }
    },
    [graph, attempts, id, remaining],
  );
  return { isPaying, fault, begun, pay };
}

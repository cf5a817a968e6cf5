import { mutate } from '@nexus/ui/graph/ask';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import type { PayablePaymentFragment } from './payable.generated.js';
import { PaymentRefreshDocument } from './payment-refresh.generated.js';
import type { PayFault } from './use-pay.js';

interface Confirmation {
  readonly isAnswering: boolean;
  readonly fault: PayFault | undefined;
  readonly answer: (isConfirmed: boolean) => Promise<void>;
}

/** The payer's answer to their bank, and then what the gateway makes of it. */
export function useConfirmation({ id, actionUrl }: PayablePaymentFragment): Confirmation {
  const graph = useClient();
  const [isAnswering, setAnswering] = useState(false);
  const [fault, setFault] = useState<PayFault>();
  const answer = useCallback(
    async (isConfirmed: boolean) => {
      setAnswering(true);
      setFault(undefined);
      try {
        if (actionUrl) await tellSandbox(actionUrl, isConfirmed);
        const { paymentRefresh } = await mutate(graph, PaymentRefreshDocument, { input: { id } });
        const { payment, errors } = paymentRefresh;
        if (!payment) setFault({ message: errors.map(({ message }) => message).join(' ') });
      } catch (error) {
        setFault(describeFault(error));
      } finally {
        setAnswering(false);
      }
    },
    [graph, id, actionUrl],
  );
  return { isAnswering, fault, answer };
}

/** Under whatever name this page was opened, its own server is the sandbox. */
async function tellSandbox(actionUrl: string, isConfirmed: boolean): Promise<void> {
  const { pathname } = new URL(actionUrl);
  // That it was answered before, in another window, comes out when the gateway is asked.
  await fetch(`${pathname}?confirm=${isConfirmed}`, { method: 'POST' });
}

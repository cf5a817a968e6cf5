import { isObject } from '../../execution/json.js';
import { isAnswer } from '../http-answer.js';
import type { SubgraphResult } from '../transport.js';

interface Signed {
  readonly id: string;
  readonly verifier: string;
}

/** What a subgraph says of a subscription. */
export type CallbackMessage = Signed &
  (
    | { readonly action: 'check' }
    | { readonly action: 'next'; readonly payload: SubgraphResult }
    | { readonly action: 'complete'; readonly errors: SubgraphResult['errors'] }
    | { readonly action: 'unreadable' }
  );

/** Reads the body of a callback; `undefined` where it is not even signed. */
export function readMessage(body: unknown): CallbackMessage | undefined {
  if (!isObject(body) || body.kind !== 'subscription') return undefined;
  const { action, id, verifier, payload, errors } = body;
  if (typeof id !== 'string' || typeof verifier !== 'string') return undefined;
  if (action === 'check') return { id, verifier, action };
  if (action === 'next' && isAnswer(payload)) return { id, verifier, action, payload };
  if (action === 'complete' && (errors === undefined || Array.isArray(errors))) {
    return { id, verifier, action, errors: errors?.length ? errors : undefined };
  }
  return { id, verifier, action: 'unreadable' };
}

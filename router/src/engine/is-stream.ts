import type { Prepared, Ready } from './prepared.js';

/** Are there results that come one after the other? */
export function isStream(prepared: Prepared): prepared is Ready {
  return prepared.ok && prepared.operation.kind === 'subscription' && !prepared.answer;
}

/** Does the answer come in parts, what it defers after the rest? */
export function isInParts(prepared: Prepared): prepared is Ready {
  return prepared.ok && prepared.operation.isDeferred && !prepared.answer;
}

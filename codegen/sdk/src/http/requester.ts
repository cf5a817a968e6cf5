import type { Operation } from '../document/operation.js';
import { isRepeatable } from '../document/repeatable.js';
import type { UnknownIds } from '../document/unknown-ids.js';
import { isRefusedToken } from '../session/refusal.js';
import type { SessionKeeper } from '../session/session-keeper.js';
import { type RetryPolicy, retryRuntime, withRetry } from './retry.js';
import type { Answer, Send, SendOptions } from './send.js';

export type Requester = (
  operation: Operation,
  variables: object | undefined,
  how: Partial<SendOptions>,
) => Promise<Answer>;

/** Sends operations as whoever is signed in, patiently where that is safe. */
export function createRequester(
  send: Send,
  keeper: Pick<SessionKeeper, 'token' | 'renew'>,
  policy: RetryPolicy,
  defaults: SendOptions,
  unknown: UnknownIds,
): Requester {
  /** By its id; as text where the server does not know the id, which it says before it does anything. */
  async function worded(
    operation: Operation,
    variables: object | undefined,
    how: SendOptions,
  ): Promise<Answer> {
    const answer = await send({ ...unknown.wording(operation), variables }, how);
    return unknown.learn(operation, answer.result.errors)
      ? send({ ...unknown.wording(operation), variables }, how)
      : answer;
  }

  /** Sends once, and once more with a fresh token when this one was refused. */
  async function authorized(
    operation: Operation,
    variables: object | undefined,
    { signal, timeoutMs = defaults.timeoutMs, headers }: Partial<SendOptions>,
  ): Promise<Answer> {
    const how = { timeoutMs, signal, headers: { ...defaults.headers, ...headers } };
    const token = await keeper.token();
    const answer = await worded(operation, variables, { ...how, token });
    // With data beside it, a part was done: only a refusal of the whole may be sent again.
    const refused = answer.result.data == null && isRefusedToken(answer.result.errors);
    if (!refused || token === undefined) return answer;
    return worded(operation, variables, { ...how, token: await keeper.renew(token) });
  }

  return (operation, variables, how) =>
    withRetry(
      () => authorized(operation, variables, how),
      { ...policy, attempts: isRepeatable(operation, variables) ? policy.attempts : 1 },
      retryRuntime,
      how.signal,
    );
}

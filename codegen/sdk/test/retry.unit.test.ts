import { describe, expect, it } from '@jest/globals';
import { backoffMs, withRetry } from '../src/http/retry.js';
import { NexusError } from '../src/nexus-error.js';

const policy = { attempts: 4, baseMs: 100, maxMs: 1_000 };
const offline = new NexusError('NETWORK_ERROR', 'Offline.');

/** Fails with each error in turn, then answers; notes the pauses. */
function trial(errors: NexusError[], signal?: AbortSignal) {
  const pauses: number[] = [];
  let sent = 0;
  const result = withRetry(
    async () => {
      const error = errors[sent++];
      if (error) throw error;
      return 'answer';
    },
    policy,
    { random: () => 0.5, pause: async (ms) => void pauses.push(ms) },
    signal,
  );
  return { result, pauses, sent: () => sent };
}

describe('withRetry', () => {
  it('waits twice as long each time, with jitter', async () => {
    const { result, pauses } = trial([offline, offline, offline]);
    expect(await result).toBe('answer');
    expect(pauses).toEqual([50, 100, 200]);
  });

  it('gives up after its attempts', async () => {
    const { result, sent } = trial([offline, offline, offline, offline]);
    await expect(result).rejects.toBe(offline);
    expect(sent()).toBe(4);
  });

  it('waits as long as the server asks, but no longer than its own limit', async () => {
    const busy = (retryAfterMs: number) =>
      new NexusError('THROTTLED', 'Later.', { status: 429, retryAfterMs });
    const patient = trial([busy(700)]);
    expect(await patient.result).toBe('answer');
    expect(patient.pauses).toEqual([700]);
    await expect(trial([busy(60_000)]).result).rejects.toMatchObject({ code: 'THROTTLED' });
  });

  it('does not repeat what will not get better', async () => {
    const refused = new NexusError('FORBIDDEN', 'No.', { status: 200 });
    const { result, sent } = trial([refused]);
    await expect(result).rejects.toBe(refused);
    expect(sent()).toBe(1);
  });

  it('stops with its signal', async () => {
    const { result, sent } = trial([offline], AbortSignal.abort());
    await expect(result).rejects.toBe(offline);
    expect(sent()).toBe(1);
  });
});

describe('backoffMs', () => {
  it('has a ceiling', () => {
    expect(backoffMs(30, policy, () => 1)).toBe(1_000);
    expect(backoffMs(30, policy, () => 0)).toBe(0);
  });
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is remembered of failed sign-ins of one account, device or network address. */
export interface AttemptCounter {
  /** Failures in a row (accounts, devices) or within the window (addresses). */
  readonly failures: number;
  /** Failures since `windowStart`, in a row or not. */
  readonly inWindow: number;
  readonly windowStart: Date;
  readonly blockedUntil: Date | null;
}

export type CounterKind = 'ACCOUNT' | 'DEVICE' | 'IP';

interface Limits {
  readonly windowMs: number;
  /** When to pause after this failure; 0 for not at all. */
  pauseMs(counter: AttemptCounter): number;
}

/** From the 5th failure in a row: 30 s, doubled each time, up to 15 min. */
const inARow: Limits = {
  windowMs: DAY,
  pauseMs: ({ failures }) =>
    failures < 5 ? 0 : Math.min(30_000 * 2 ** (failures - 5), 15 * MINUTE),
};

const within = (limit: number): Limits => ({
  windowMs: 10 * MINUTE,
  pauseMs: ({ inWindow }) => (inWindow >= limit ? 10 * MINUTE : 0),
});

/** Failures in 24 h after which only a new password opens the account again. */
export const SUSPEND_AFTER = 100;

/** The limits of a counter. The own machine is everybody behind a local proxy, so it may fail more often. */
export function limitsOf(kind: CounterKind, subject: string): Limits {
  if (kind !== 'IP') return inARow;
  return within(subject === LOOPBACK ? 400 : 20);
}

export const LOOPBACK = 'loopback';

/** The address by which tries are counted: an IPv6 customer has a whole /64. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (plain === '::1' || plain.startsWith('127.')) return LOOPBACK;
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = plain.includes('::') ? [...left, ...zeros, ...right] : left;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Until when the counter lets nobody try; undefined where it does. */
export function blockedUntil(counter: AttemptCounter | undefined, now: Date): Date | undefined {
  const until = counter?.blockedUntil;
  return until && until > now ? until : undefined;
}

/** The counter after one more failure. */
export function afterFailure(
  before: AttemptCounter | undefined,
  kind: CounterKind,
  subject: string,
  now: Date,
): AttemptCounter {
  const limits = limitsOf(kind, subject);
  const fresh = !before || now.getTime() - before.windowStart.getTime() >= limits.windowMs;
  const counter: AttemptCounter = {
    failures: (before?.failures ?? 0) + 1,
    inWindow: fresh ? 1 : before.inWindow + 1,
    windowStart: fresh ? now : before.windowStart,
    blockedUntil: null,
  };
  const pause = limits.pauseMs(counter);
  return pause > 0 ? { ...counter, blockedUntil: new Date(now.getTime() + pause) } : counter;
}

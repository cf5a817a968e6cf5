import {
  aggregate,
  type Decision,
  isCurrency,
  judge,
  type Money,
  money,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { ProjectRole, RateLevel, RateSubject, RatesSet } from '../../events.d.ts';
import { builtInRate } from './rate-defaults.js';
import { type TimeEvent, timeEvents } from './time.events.js';
import { TIME_LIMITS } from './time-entry.rules.js';

export type RateCardEvent = TimeEvent<'RatesSet' | 'BuiltInRatesSwitched'>;
export type RateSetting = RatesSet['rates'][number];

/** What an hour costs and is sold for, in all of the tenant. */
export interface RateCard {
  readonly rates: ReadonlyMap<string, RateSetting>;
  /** Whether built-in rates per role fill what nobody has set. */
  readonly builtIn: boolean;
}

export interface RateCardCommand {
  readonly type: 'save';
  readonly rates: readonly RateSetting[];
  /** Null leaves it as it is. */
  readonly builtIn: boolean | null;
}

/** Stream of the tenant's one card. */
export const RATE_CARD = 'tenant';

/** Which fields of a subject are set at each level, in the order in which rates are looked for. */
export const RATE_LEVELS = {
  TASK: ['taskId'],
  MEMBER: ['projectId', 'userId'],
  PROJECT: ['projectId'],
  ROLE: ['role'],
  USER: ['userId'],
  DEFAULT: ['role'],
} as const satisfies Readonly<Record<RateLevel, readonly (keyof RateSubject)[]>>;

const FIELDS = ['taskId', 'projectId', 'userId', 'role'] as const;

/** Names a rate: one per level, subject and currency. */
export function rateKey(subject: RateSubject, currency: string): string {
  const parts = FIELDS.map((field) => subject[field]).filter((part) => part !== null);
  return [subject.level, ...parts, currency].join('/');
}

function flaw(
  { subject, currency, price, cost }: RateSetting,
  index: number,
): Violation | undefined {
  const path = (field: string) => ['rates', String(index), field];
  const wanted: readonly string[] = RATE_LEVELS[subject.level];
  const wrong = FIELDS.find((field) => (subject[field] !== null) !== wanted.includes(field));
  if (wrong) {
    const message = `A rate of level ${subject.level} names ${wanted.join(' and ')}, nothing else.`;
    return violation('RATE_INVALID', message, { path: path(wrong) });
  }
  if (!isCurrency(currency)) {
    return violation('RATE_INVALID', `${currency} is no currency.`, { path: path('currency') });
  }
  for (const [field, amount] of Object.entries({ price, cost })) {
    if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0)) {
      return violation('RATE_INVALID', 'A rate is not negative.', { path: path(field) });
    }
  }
  return undefined;
}

function decide(card: RateCard, { rates, builtIn }: RateCardCommand): Decision<RateCardEvent> {
  const tooMany =
    rates.length > TIME_LIMITS.batch
      ? violation('BATCH_TOO_LARGE', `At most ${TIME_LIMITS.batch} rates at once.`, {
          path: ['rates'],
          meta: { max: TIME_LIMITS.batch },
        })
      : undefined;
  const findings = tooMany ? [tooMany] : rates.flatMap((rate, i) => flaw(rate, i) ?? []);
  return judge(findings, () => {
    const events: RateCardEvent[] = [];
    if (rates.length > 0) events.push({ type: 'RatesSet', data: { rates } });
    if (builtIn !== null && builtIn !== card.builtIn) {
      events.push({ type: 'BuiltInRatesSwitched', data: { inUse: builtIn } });
    }
    return events;
  });
}

function evolve(card: RateCard, event: RateCardEvent): RateCard {
  switch (event.type) {
    case 'RatesSet': {
      const rates = new Map(card.rates);
      for (const rate of event.data.rates) {
        const key = rateKey(rate.subject, rate.currency);
        if (rate.price === null && rate.cost === null) rates.delete(key);
        else rates.set(key, rate);
      }
      return { ...card, rates };
    }
    case 'BuiltInRatesSwitched':
      return { ...card, builtIn: event.data.inUse };
    default:
      return unreachable(event, 'rate card event');
  }
}

/** The tenant's rates. Stream `rate-card-tenant`. */
export const rateCard = aggregate<RateCard, RateCardCommand, RateCardEvent>({
  name: 'rate-card',
  catalogue: timeEvents,
  initial: { rates: new Map(), builtIn: true },
  decide,
  evolve,
});

/** One piece of work, as far as rates depend on it. */
export interface RatedWork {
  readonly taskId: string | null;
  readonly projectId: string;
  readonly userId: string;
  readonly role: ProjectRole;
  /** Rates count in the project's own currency only. */
  readonly currency: string;
}

export interface FoundRate {
  readonly rate: Money | null;
  readonly level: RateLevel | 'BUILT_IN' | null;
}

/**
 * Price and cost of an hour, each found on its own: task, member, project, role, user, the tenant's default for
 * the role, and last the built-in one. Null where none is left.
 */
export function findRates(
  card: RateCard,
  work: RatedWork,
): { readonly price: FoundRate; readonly cost: FoundRate } {
  const find = (kind: 'price' | 'cost'): FoundRate => {
    for (const level of Object.keys(RATE_LEVELS) as RateLevel[]) {
      const fields: readonly string[] = RATE_LEVELS[level];
      const part = <Value>(field: string, value: Value) => (fields.includes(field) ? value : null);
      if (fields.includes('taskId') && !work.taskId) continue;
      const subject = {
        level,
        taskId: part('taskId', work.taskId),
        projectId: part('projectId', work.projectId),
        userId: part('userId', work.userId),
        role: part('role', work.role),
      };
      const amount = card.rates.get(rateKey(subject, work.currency))?.[kind];
      if (amount != null) return { rate: money(amount, work.currency), level };
    }
    if (!card.builtIn) return { rate: null, level: null };
    return { rate: builtInRate(work.role, work.currency)[kind], level: 'BUILT_IN' };
  };
  return { price: find('price'), cost: find('cost') };
}

import { describe, expect, it } from '@jest/globals';
import { money, replay } from '@nexus/kit/domain';
import { specification } from '@nexus/kit/testing';
import type { RateLevel, RateSubject } from '../../events.d.ts';
import {
  findRates,
  RATE_LEVELS,
  type RateCardEvent,
  type RateSetting,
  rateCard,
} from '../../src/domain/rate-card.aggregate.js';
import { builtInRate } from '../../src/domain/rate-defaults.js';

const work = {
  taskId: 'tsk_1',
  projectId: 'prj_1',
  userId: 'usr_1',
  role: 'MEMBER',
  currency: 'EUR',
} as const;

function subject(level: RateLevel): RateSubject {
  const fields: readonly string[] = RATE_LEVELS[level];
  const part = <Value>(field: string, value: Value) => (fields.includes(field) ? value : null);
  return {
    level,
    taskId: part('taskId', work.taskId),
    projectId: part('projectId', work.projectId),
    userId: part('userId', work.userId),
    role: part('role', work.role),
  };
}
const setting = (level: RateLevel, price: number | null, cost: number | null): RateSetting => ({
  subject: subject(level),
  currency: 'EUR',
  price,
  cost,
});
const save = (...rates: RateSetting[]) => ({ type: 'save', rates, builtIn: null }) as const;
const set = (...rates: RateSetting[]): RateCardEvent => ({ type: 'RatesSet', data: { rates } });
const off: RateCardEvent = { type: 'BuiltInRatesSwitched', data: { inUse: false } };
const card = specification(rateCard);

describe('the rate card', () => {
  it('keeps rates of every level', () => {
    const rates = (Object.keys(RATE_LEVELS) as RateLevel[]).map((level) => setting(level, 1, 2));
    return card
      .given()
      .when(save(...rates))
      .then([set(...rates)]);
  });

  it('refuses a subject that does not fit its level', () =>
    card
      .given()
      .when(
        save(setting('ROLE', 1, 1), {
          ...setting('USER', 1, 1),
          subject: { ...subject('USER'), userId: null },
        }),
      )
      .thenRefused('RATE_INVALID', ['rates', '1', 'userId']));

  it('refuses negative amounts and unknown currencies', async () => {
    await card
      .given()
      .when(save(setting('ROLE', -1, 1)))
      .thenRefused('RATE_INVALID', ['rates', '0', 'price']);
    await card
      .given()
      .when(save({ ...setting('ROLE', 1, 1), currency: 'QQQ' }))
      .thenRefused('RATE_INVALID', ['rates', '0', 'currency']);
  });

  it('takes 500 rates at once', () =>
    card
      .given()
      .when(save(...Array.from({ length: 501 }, () => setting('ROLE', 1, 1))))
      .thenRefused('BATCH_TOO_LARGE', ['rates']));

  it('switches built-in rates off once', async () => {
    const command = { type: 'save', rates: [], builtIn: false } as const;
    await card.given().when(command).then([off]);
    await card.given(off).when(command).then([]);
  });
});

describe('finding a rate', () => {
  const order: RateLevel[] = ['TASK', 'MEMBER', 'PROJECT', 'ROLE', 'USER', 'DEFAULT'];

  it.each(order.map((level, i) => [level, order.slice(i)] as const))(
    'prefers %s',
    (level, present) => {
      const rates = present.map((l) => setting(l, 100 + order.indexOf(l), null));
      const { price } = findRates(replay(rateCard, [set(...rates)]), work);
      expect(price).toEqual({ rate: money(100 + order.indexOf(level), 'EUR'), level });
    },
  );

  it('finds price and cost each on its own', () => {
    const state = replay(rateCard, [
      set(setting('PROJECT', 15_000, null), setting('USER', null, 4_000)),
    ]);
    const { price, cost } = findRates(state, work);
    expect(price.level).toBe('PROJECT');
    expect(cost).toEqual({ rate: money(4_000, 'EUR'), level: 'USER' });
  });

  it('forgets a rate whose amounts are both taken away', () => {
    const state = replay(rateCard, [
      set(setting('PROJECT', 1, 1)),
      set(setting('PROJECT', null, null)),
    ]);
    expect(findRates(state, work).price.level).toBe('BUILT_IN');
  });

  it('uses rates of the project’s currency only', () => {
    const state = replay(rateCard, [set(setting('PROJECT', 1, 1))]);
    const { price } = findRates(state, { ...work, currency: 'JPY' });
    expect(price).toEqual({ rate: builtInRate('MEMBER', 'JPY').price, level: 'BUILT_IN' });
    expect(price.rate).toEqual(money(16_500, 'JPY'));
  });

  it('finds nothing where built-in rates are off', () => {
    const { price, cost } = findRates(replay(rateCard, [off]), work);
    expect([price.rate, cost.rate]).toEqual([null, null]);
  });
});

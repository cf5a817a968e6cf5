import { describe, expect, it } from '@jest/globals';
import { createAttempts } from '../src/features/payment/attempts.js';
import { formatExpiry, isGoodUntil } from '../src/features/payment/card-expiry.js';
import { formatCardNumber, isCardNumber } from '../src/features/payment/card-number.js';
import { declineReason } from '../src/features/payment/decline-reason.js';
import { stageOf } from '../src/features/payment/pay-stage.js';
import type {
  PayableFragment,
  PayablePaymentFragment,
} from '../src/features/payment/payable.generated.js';
import { TEST_CARDS, tokenOfCard } from '../src/features/payment/test-cards.js';

describe('a card’s number', () => {
  it('is shown in groups of four, whatever was typed between', () => {
    expect(formatCardNumber('42424242 4242-4242')).toBe('4242 4242 4242 4242');
    expect(formatCardNumber('42424')).toBe('4242 4');
    expect(formatCardNumber('')).toBe('');
  });

  it.each(TEST_CARDS)('$number is one, and stands for $token', ({ number, token }) => {
    expect(isCardNumber(number)).toBe(true);
    expect(tokenOfCard(number.replaceAll(' ', ''))).toBe(token);
  });

  it('is told from a slip of the finger', () => {
    expect(isCardNumber('4242 4242 4242 4241')).toBe(false);
    expect(isCardNumber('4242')).toBe(false);
  });

  it('has no token where the sandbox does not know it', () => {
    expect(isCardNumber('5555 5555 5555 4444')).toBe(true);
    expect(tokenOfCard('5555 5555 5555 4444')).toBeUndefined();
  });
});

describe('a card’s end', () => {
  const now = new Date(2026, 10, 21);
  it.each([
    ['1127', true],
    ['11 / 26', true],
    ['10 / 26', false],
    ['13 / 27', false],
    ['00 / 27', false],
    ['1', false],
    ['', false],
  ])('%s is good: %s', (text, isGood) => {
    expect(isGoodUntil(text, now)).toBe(isGood);
  });

  it('is written as on the card', () => {
    expect(formatExpiry('1227')).toBe('12 / 27');
    expect(formatExpiry('12')).toBe('12');
    expect(formatExpiry('12 / 2')).toBe('12 / 2');
  });
});

describe('an attempt to pay', () => {
  const attempt = { invoiceId: 'inv_1', token: 'tok_visa', amount: '119.00' } as const;
  function setUp() {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    let count = 0;
    const open = () =>
      createAttempts(storage, () => {
        count += 1;
        return `key-${count}`;
      });
    return { kept, open };
  }

  it('has one key, over a reload too, until its outcome is known', () => {
    const { open } = setUp();
    expect(open().keyOf(attempt)).toBe('key-1');
    expect(open().keyOf(attempt)).toBe('key-1');
    open().end('inv_1');
    expect(open().keyOf(attempt)).toBe('key-2');
  });

  it('is another one by another card, another amount, for another invoice', () => {
    const { open } = setUp();
    const attempts = open();
    expect(attempts.keyOf(attempt)).toBe('key-1');
    expect(attempts.keyOf({ ...attempt, invoiceId: 'inv_2' })).toBe('key-2');
    expect(attempts.keyOf({ ...attempt, amount: '19.00' })).toBe('key-3');
    expect(attempts.keyOf({ ...attempt, token: 'tok_declined' })).toBe('key-4');
  });

  it('leaves nothing of a card behind', () => {
    const { kept, open } = setUp();
    open().keyOf(attempt);
    expect([...kept.values()].join()).not.toMatch(/\d{13}/);
  });
});

describe('where the payer is', () => {
  const money = { __typename: 'Money', amount: '119.00', currency: 'EUR' } as const;
  const payment = (id: string, status: PayablePaymentFragment['status']) =>
    ({ id, status }) as PayablePaymentFragment;
  const invoice = (part: Partial<PayableFragment>) =>
    ({
      status: 'OPEN',
      viewerCanPay: true,
      remaining: money,
      payments: [],
      ...part,
    }) as PayableFragment;
  const none = new Set<string>();

  it('is at the card first', () => {
    expect(stageOf(invoice({}), none)).toEqual({ step: 'card', declined: undefined });
  });

  it('hears of a refusal of this visit, not of one long ago', () => {
    const failed = payment('pay_1', 'FAILED');
    const refused = invoice({ payments: [failed] });
    expect(stageOf(refused, none)).toEqual({ step: 'card', declined: undefined });
    expect(stageOf(refused, new Set(['pay_1']))).toEqual({ step: 'card', declined: failed });
  });

  it('is asked by the bank, or waits for the gateway, wherever the payment was begun', () => {
    const asked = payment('pay_1', 'REQUIRES_ACTION');
    const pending = payment('pay_1', 'PENDING');
    const closed = { viewerCanPay: false };
    expect(stageOf(invoice({ ...closed, payments: [asked] }), none).step).toBe('confirm');
    expect(stageOf(invoice({ ...closed, payments: [pending] }), none).step).toBe('wait');
  });

  it('is done when the money has come; a part that was paid before is not the end', () => {
    const came = payment('pay_1', 'SUCCEEDED');
    const paid = invoice({ status: 'PAID', viewerCanPay: false, payments: [came] });
    expect(stageOf(paid, none)).toEqual({ step: 'done', payment: came });
    const part = invoice({ status: 'PARTIALLY_PAID', payments: [came] });
    expect(stageOf(part, none).step).toBe('card');
    expect(stageOf(part, new Set(['pay_1'])).step).toBe('done');
  });

  it('has nothing to do at an invoice that is not theirs to pay', () => {
    expect(stageOf(invoice({ status: 'VOID', viewerCanPay: false }), none).step).toBe('closed');
  });
});

it('puts every refusal in words', () => {
  expect(declineReason('insufficient_funds')).toBe('insufficient_funds');
  expect(declineReason('do_not_honor')).toBe('other');
  expect(declineReason(null)).toBe('other');
});

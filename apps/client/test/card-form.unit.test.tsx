/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { CardForm } from '../src/features/payment/card-form.js';
import type { TestCard } from '../src/features/payment/test-cards.js';
import { render } from './support/render.js';

function setUp(part: { isPaying?: boolean; isDeclined?: boolean } = {}) {
  const onPay = jest.fn<(token: TestCard['token']) => Promise<void>>(async () => undefined);
  const form = (more: typeof part) => (
    <CardForm
      amount="€119.00"
      isPaying={more.isPaying ?? false}
      isDeclined={more.isDeclined ?? false}
      onPay={onPay}
    />
  );
  const { user, rerender } = render(form(part));
  const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
  return {
    user,
    onPay,
    field,
    become: (more: typeof part) => rerender(form(more)),
    pay: () => user.click(screen.getByRole('button', { name: 'Pay €119.00' })),
  };
}

async function fill({ user, field }: ReturnType<typeof setUp>, number: string): Promise<void> {
  await user.type(field(/^Card number/), number);
  await user.type(field(/^Expires/), '1234');
  await user.type(field(/^Security code/), '123');
  await user.type(field(/^Name on the card/), 'Clara Petersen');
}

describe('the form of a card', () => {
  it('gives the token of the card, and nothing else of it', async () => {
    const form = setUp();
    await fill(form, '4242424242424242');
    expect(form.field(/^Card number/).value).toBe('4242 4242 4242 4242');
    expect(form.field(/^Expires/).value).toBe('12 / 34');
    await form.pay();
    expect(form.onPay.mock.calls).toEqual([['tok_visa']]);
  });

  it('says at each field what is wrong, and sends nothing', async () => {
    const form = setUp();
    await fill(form, '4242424242424241');
    await form.user.clear(form.field(/^Name on the card/));
    await form.pay();
    expect(form.onPay).not.toHaveBeenCalled();
    expect(form.field(/^Card number/).getAttribute('aria-invalid')).toBe('true');
    expect(form.field(/^Name on the card/).getAttribute('aria-invalid')).toBe('true');
    expect(form.field(/^Expires/).getAttribute('aria-invalid')).toBeNull();
    screen.getByText('This is no card number: please check the digits.');
  });

  it('takes no card but those of the demo', async () => {
    const form = setUp();
    await fill(form, '5555555555554444');
    await form.pay();
    expect(form.onPay).not.toHaveBeenCalled();
    screen.getByText('The demo takes only the test cards below.');
  });

  it('fills in a test card, and leaves the name to the payer', async () => {
    const form = setUp();
    await form.user.click(screen.getByRole('button', { name: 'Use 4000 0000 0000 0002' }));
    expect(document.activeElement).toBe(form.field(/^Name on the card/));
    await form.user.keyboard('Clara Petersen{Enter}');
    expect(form.onPay.mock.calls).toEqual([['tok_declined']]);
  });

  it('keeps what was typed when the card is declined, and asks for another one', async () => {
    const form = setUp();
    await fill(form, '4000000000000002');
    form.become({ isPaying: true });
    await form.pay();
    expect(form.onPay).not.toHaveBeenCalled();
    form.become({ isDeclined: true });
    await waitFor(() => expect(document.activeElement).toBe(form.field(/^Card number/)));
    expect(form.field(/^Card number/).value).toBe('4000 0000 0000 0002');
    expect(form.field(/^Name on the card/).value).toBe('Clara Petersen');
  });

  it('lets browsers fill it in as what it is', () => {
    const { field } = setUp();
    const hints = [/^Card number/, /^Expires/, /^Security code/, /^Name on the card/];
    expect(hints.map((name) => field(name).getAttribute('autocomplete'))).toEqual([
      'cc-number',
      'cc-exp',
      'cc-csc',
      'cc-name',
    ]);
  });
});

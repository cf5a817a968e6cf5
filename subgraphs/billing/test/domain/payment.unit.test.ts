import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { type PaymentEvent, payment } from '../../src/domain/payment.aggregate.js';
import { euro, paymentId, REF } from '../support/invoices.js';

const given = specification(payment).given;
const ref = { ...REF, paymentId: paymentId(1) };
const method = { kind: 'GATEWAY', gateway: 'sandbox', token: 'tok_visa' } as const;
const amount = euro(100);
const begun: PaymentEvent = { type: 'PaymentInitiated', data: { ...ref, amount, method } };
const asked: PaymentEvent = {
  type: 'PaymentActionRequired',
  data: { ...ref, url: 'https://x', gatewayRef: 'r' },
};
const succeeded: PaymentEvent = {
  type: 'PaymentSucceeded',
  data: { ...ref, amount, fee: euro(2), gatewayRef: 'r' },
};
const failed: PaymentEvent = {
  type: 'PaymentFailed',
  data: { ...ref, amount, code: 'card_declined', hard: true },
};
const cancelled: PaymentEvent = { type: 'PaymentCancelled', data: ref };

const initiate = { type: 'initiate' as const, ...ref, amount, method };
const succeed = { type: 'succeed' as const, fee: euro(2), gatewayRef: 'r' };
const fail = { type: 'fail' as const, code: 'card_declined', hard: true };
const requireAction = { type: 'requireAction' as const, url: 'https://x', gatewayRef: 'r' };
const cancel = { type: 'cancel' as const };

describe('a payment', () => {
  it('is begun once', async () => {
    await given().when(initiate).then([begun]);
    await given(begun).when(initiate).then([]);
  });

  it('comes out in one of four ways', async () => {
    await given(begun).when(succeed).then([succeeded]);
    await given(begun).when(fail).then([failed]);
    await given(begun).when(requireAction).then([asked]);
    await given(begun, asked).when(succeed).then([succeeded]);
    await given(begun, asked).when(cancel).then([cancelled]);
  });

  it.each([
    ['succeeded', succeeded],
    ['failed', failed],
    ['cancelled', cancelled],
  ])('that has %s never changes again, whatever comes late', async (_, end) => {
    for (const late of [succeed, fail, requireAction, cancel]) {
      await given(begun, end).when(late).then([]);
    }
  });

  it('is not told of twice that its payer must act', async () => {
    await given(begun, asked).when(requireAction).then([]);
  });

  it('that was never begun comes to nothing', async () => {
    await given().when(succeed).thenRefused('NOT_FOUND');
  });
});

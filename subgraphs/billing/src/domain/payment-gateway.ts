import type { Money } from '@nexus/kit/domain';

export interface ChargeRequest {
  readonly tenantId: string;
  /** Equal keys charge once, whoever asks how often. */
  readonly key: string;
  readonly amount: Money;
  /** What stands for the payer's means at the gateway; never a card number. */
  readonly token: string;
  /** What the payer's statement says. */
  readonly description: string;
}

export type ChargeOutcome =
  | { readonly status: 'SUCCEEDED'; readonly ref: string; readonly fee: Money }
  | { readonly status: 'REQUIRES_ACTION'; readonly ref: string; readonly url: string }
  | { readonly status: 'FAILED'; readonly code: string; readonly hard: boolean };

/**
 * Whoever moves the money. Called outside transactions, after the intent is committed. A call that throws has
 * an unknown outcome: it is repeated later with the same key, never with a new one.
 */
export interface PaymentGateway {
  /** Name in the books: `sandbox`. */
  readonly name: string;
  /** Charges, or tells how the charge with this key stands. */
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  /** Gives up a charge that waits for its payer. False where it has come out already. */
  cancel(tenantId: string, key: string): Promise<boolean>;
}

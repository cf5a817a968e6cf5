const KNOWN = [
  'card_declined',
  'insufficient_funds',
  'authentication_failed',
  'cancelled',
] as const;

/** Why a payment was declined, as the texts name it; `other` for a code that nobody has put in words. */
export function declineReason(code: string | null | undefined): (typeof KNOWN)[number] | 'other' {
  return KNOWN.find((known) => known === code) ?? 'other';
}

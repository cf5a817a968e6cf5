import { digitsOfCard } from './card-number.js';

/**
 * The cards that the sandbox knows, and the token that stands for each. A card's number never leaves this page: the
 * gateway's own field would turn it into a token, as this table does.
 */
export const TEST_CARDS = [
  { number: '4242 4242 4242 4242', token: 'tok_visa', kind: 'accepted' },
  { number: '4000 0000 0000 3220', token: 'tok_requires_action', kind: 'confirmed' },
  { number: '4000 0000 0000 9995', token: 'tok_insufficient_funds', kind: 'insufficient' },
  { number: '4000 0000 0000 0002', token: 'tok_declined', kind: 'declined' },
] as const;

export type TestCard = (typeof TEST_CARDS)[number];

/** The gateway's token for a card; undefined for one that the sandbox does not know. */
export function tokenOfCard(number: string): TestCard['token'] | undefined {
  const digits = digitsOfCard(number);
  return TEST_CARDS.find((card) => digitsOfCard(card.number) === digits)?.token;
}

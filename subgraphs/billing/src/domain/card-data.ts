import { type Violation, violation } from '@nexus/kit/domain';

/** First digits of the payment networks: Visa, Mastercard, Amex, Discover, Diners, JCB, UnionPay, Maestro. */
const CARD_PREFIX =
  /^(4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|3[47]|6011|64[4-9]|65|30[0-5]|3[689]|35(2[89]|[3-8])|62|50|5[6-9]|67)/;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether a text holds what looks like a payment card's number: 13–19 digits, spaces and dashes between them ignored. */
export function holdsCardNumber(text: string): boolean {
  return Array.from(text.matchAll(/\d(?:[ -]?\d)*/g), ([run]) => run.replace(/\D/g, '')).some(
    (digits) =>
      digits.length >= 13 && digits.length <= 19 && CARD_PREFIX.test(digits) && passesLuhn(digits),
  );
}

/** Findings for the texts of a command, by path. The offending value is never repeated. */
export function cardDataFindings(
  texts: Readonly<Record<string, string | null | undefined>>,
): Violation[] {
  return Object.entries(texts)
    .filter(([, text]) => text && holdsCardNumber(text))
    .map(([path]) =>
      violation(
        'CARD_DATA_NOT_ACCEPTED',
        'Card numbers are never stored here; remove the number.',
        {
          path: path.split('.'),
        },
      ),
    );
}

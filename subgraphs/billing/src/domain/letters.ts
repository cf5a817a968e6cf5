import type { Money } from '@nexus/kit/domain';
import { amountIn, dayIn } from './written.js';

/** What a letter says, without who gets it. The page of the portal that shows more comes below it as a link. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
}

interface InvoiceFacts {
  /** BCP 47 language of the letter. */
  readonly locale: string;
  /** The seller's name. */
  readonly seller: string;
  readonly number: string;
}

interface Words {
  readonly owed: (number: string, total: string, due: string) => string;
  readonly seeInvoice: string;
  readonly receipt: (number: string) => string;
  readonly received: (amount: string, on: string, number: string) => string;
  readonly left: (remaining: string) => string;
  readonly paid: string;
  readonly seeReceipt: string;
}

const en: Words = {
  owed: (number, total, due) => `Invoice ${number} is over ${total}, payable until ${due}.`,
  seeInvoice: 'See it, download it or pay it here:',
  receipt: (number) => `Receipt for ${number}`,
  received: (amount, on, number) => `We received ${amount} for invoice ${number} on ${on}.`,
  left: (remaining) => `${remaining} of it are still open.`,
  paid: 'It is paid in full. Thank you.',
  seeReceipt: 'Your receipt is here:',
};

const de: Words = {
  owed: (number, total, due) => `Rechnung ${number} über ${total}, zahlbar bis ${due}.`,
  seeInvoice: 'Hier können Sie sie ansehen, herunterladen oder bezahlen:',
  receipt: (number) => `Quittung zu ${number}`,
  received: (amount, on, number) => `Wir haben am ${on} zur Rechnung ${number} ${amount} erhalten.`,
  left: (remaining) => `Davon sind noch ${remaining} offen.`,
  paid: 'Sie ist damit vollständig bezahlt. Vielen Dank.',
  seeReceipt: 'Ihre Quittung finden Sie hier:',
};

const wordsOf = (locale: string) => (locale.toLowerCase().startsWith('de') ? de : en);
/** What goes with an invoice; `message` is what the sender has to say before it. */
export function invoiceLetter({
  locale,
  seller,
  number,
  total,
  dueDate,
  message,
}: InvoiceFacts & {
  readonly total: Money;
  readonly dueDate: string;
  readonly message: string | null;
}): LetterText {
  const words = wordsOf(locale);
  const owed = words.owed(number, amountIn(locale, total), dayIn(locale, dueDate, 'long'));
  return {
    subject: `${seller}: ${number}`,
    text: [message, owed, words.seeInvoice].filter(Boolean).join('\n\n'),
  };
}

/** What tells of money that came. */
export function receiptLetter({
  locale,
  seller,
  number,
  amount,
  remaining,
  on,
}: InvoiceFacts & {
  readonly amount: Money;
  readonly remaining: Money;
  readonly on: string;
}): LetterText {
  const words = wordsOf(locale);
  const rest = remaining.minor > 0 ? words.left(amountIn(locale, remaining)) : words.paid;
  return {
    subject: `${seller}: ${words.receipt(number)}`,
    text: [
      `${words.received(amountIn(locale, amount), dayIn(locale, on, 'long'), number)} ${rest}`,
      words.seeReceipt,
    ].join('\n\n'),
  };
}

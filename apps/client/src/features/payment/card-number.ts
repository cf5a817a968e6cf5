/** The digits of what was typed as a card's number, at most the 19 that one can have. */
export function digitsOfCard(text: string): string {
  return text.replace(/\D/g, '').slice(0, 19);
}

/** As cards show it: in groups of four. */
export function formatCardNumber(text: string): string {
  return digitsOfCard(text).replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** Whether it can be a card's number at all: its length, and the digit that checks the others (Luhn). */
export function isCardNumber(text: string): boolean {
  const digits = digitsOfCard(text);
  if (digits.length < 13) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

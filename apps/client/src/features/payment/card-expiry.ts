/** `1227` and `12/27` as it is printed on cards: `12 / 27`. What is no month and year stays as typed. */
export function formatExpiry(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}

/** Whether a card of this expiry is good in the month of `now`: cards end with their month. */
export function isGoodUntil(text: string, now: Date): boolean {
  const [, month, year] = /^(\d{2}) \/ (\d{2})$/.exec(formatExpiry(text)) ?? [];
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return false;
  const months = (2000 + Number(year)) * 12 + Number(month) - 1;
  return months >= now.getFullYear() * 12 + now.getMonth();
}

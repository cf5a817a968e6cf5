type Texts = { readonly [key: string]: string | Texts };

const LOOKALIKES: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', n: 'ñ' };

/** Texts that are 40 % longer and marked at both ends: what is cut off or overflows shows itself. */
export function lengthened(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? longer(text) : lengthened(text),
    ]),
  );
}

function longer(text: string): string {
  // In words of the length that words have.
  const padding = '~'.repeat(Math.ceil(text.length * 0.4)).replace(/~{8}(?=~)/g, '$& ');
  // What stands in braces is a name of a value, not text.
  const marked = text.replace(/\{\{.*?\}\}|[aeioun]/g, (found) => LOOKALIKES[found] ?? found);
  return `[${marked}${padding}]`;
}

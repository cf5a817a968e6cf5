/**
 * Why a text is not fit to be stored, or undefined where it is: NUL (PostgreSQL refuses it), lone
 * surrogates (`pg` would silently replace them), other control characters, bidirectional overrides.
 */
export function textFlaw(text: string): string | undefined {
  if (!text.isWellFormed()) return 'holds a lone surrogate';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text))
    return 'holds a control character';
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) return 'holds a bidirectional override';
  return undefined;
}

/** Trims and folds inner white space of a one-line text such as a name or title. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The form under which two names count as equal: case, accents and surrounding space ignored. */
export function foldName(text: string): string {
  return oneLine(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

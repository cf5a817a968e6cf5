import type { Format } from './format.js';

/** JSON, ready to be sent. */
export const jsonText: Format<string> = {
  nothing: 'null',
  leaf: toJson,
  beginObject: () => '{',
  withField: (object, field, value) =>
    object + (object.length === 1 ? field.prefix : field.followingPrefix) + value,
  endObject: (object) => `${object}}`,
  beginList: () => '[',
  withItem: (list, item) => (list.length === 1 ? list + item : `${list},${item}`),
  endList: (list) => `${list}]`,
};

/** `value` as JSON text. @throws TypeError for what JSON cannot say, as `JSON.stringify` does */
export function toJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return Number.isFinite(value) ? `${value}` : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return JSON.stringify(value) ?? 'null';
  }
}

/** Below this a loop over the characters is faster than a regular expression. */
const SHORT = 40;
// Control characters, the quote, the backslash, and surrogates, which must come in pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const ESCAPED = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON text. Hardly any needs escaping, and to find that out is cheaper than to escape. */
export function quote(text: string): string {
  if (text.length > SHORT) return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) {
      return JSON.stringify(text);
    }
  }
  return `"${text}"`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why a string cannot be stored, or `undefined`: databases refuse NUL, and silently replace halves
 * of surrogate pairs.
 */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'a NUL character';
  return LONE_SURROGATE.test(text) ? 'half of a surrogate pair' : undefined;
}

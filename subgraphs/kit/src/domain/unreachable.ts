/** Ends a closed union: the compiler refuses a call while a case is unhandled. Throws if data lied about its type. */
export function unreachable(value: never, what = 'case'): never {
  throw new TypeError(`Unhandled ${what}: ${JSON.stringify(value)}`);
}

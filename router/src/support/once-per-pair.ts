/** Remembers what was computed for two objects, for as long as both are there. */
export function oncePerPair<A extends WeakKey, B extends WeakKey, Value extends {}>() {
  const known = new WeakMap<A, WeakMap<B, Value>>();
  return (a: A, b: B, compute: () => Value): Value => {
    const ofFirst = known.get(a) ?? new WeakMap<B, Value>();
    known.set(a, ofFirst);
    const value = ofFirst.get(b) ?? compute();
    ofFirst.set(b, value);
    return value;
  };
}

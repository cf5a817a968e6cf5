/** The configuration cannot be served; `problems` says why, one sentence each. */
export class RouterRefused extends Error {
  override readonly name = 'RouterRefused';
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be served:\n${problems.join('\n')}`);
  }
}

/** Somebody who can be called upon. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A name that is being typed: `@an` before the caret. */
export interface TypedName {
  /** Where the `@` stands. */
  readonly start: number;
  readonly text: string;
}

/** The name that is being typed at the caret, if one is: an `@` at the beginning of a word, and what follows. */
export function typedNameAt(text: string, caret: number): TypedName | null {
  const found = /(?:^|\s)@([^\s@]*(?: [^\s@]*)?)$/.exec(text.slice(0, caret));
  if (!found) return null;
  const [, name = ''] = found;
  return { start: caret - name.length - 1, text: name };
}

/** Those whose name has a word that begins so, at most eight. */
export function peopleCalled(typed: string, people: readonly Person[]): Person[] {
  const wanted = typed.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const whole = name.toLocaleLowerCase();
      return whole.startsWith(wanted) || whole.split(' ').some((word) => word.startsWith(wanted));
    })
    .slice(0, 8);
}

/** The text with the whole name in place of the typed one, and where the caret goes. */
export function withName(
  text: string,
  { start, text: typed }: TypedName,
  { name }: Person,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(start + 1 + typed.length), caret: before.length };
}

/** The ids of those whom a text calls upon by their whole name. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}

/** The answer to a request whose placeholders nobody can fill. */
export function unknownNames(names: readonly string[]): { errors: { message: string }[] } {
  return {
    errors: names.map((name) => ({
      message: `Nothing is known of {{${name}}} yet: run the step that makes it, or write a value in its place.`,
    })),
  };
}

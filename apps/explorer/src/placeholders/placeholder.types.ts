/** Finds what stands for a name between `{{` and `}}`; undefined when nothing is known of it. */
export type Lookup = (name: string) => string | undefined | Promise<string | undefined>;

export type Filled =
  | { readonly ok: true; readonly variables: unknown }
  /** Names that nothing is known of, in the order they appear. */
  | { readonly ok: false; readonly unknown: readonly string[] };

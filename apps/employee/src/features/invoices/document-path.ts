/** A link of the graph without its origin: the portal is served where the documents are. */
export function documentPath(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

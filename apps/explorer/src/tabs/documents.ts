/** The flow's operations, bundled as text with their comments. */
const files = import.meta.glob<string>('../../../../codegen/documents/flow/*.graphql', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** A document by the name of its file, without the ending. */
export function flowDocument(name: string): string | undefined {
  return Object.entries(files).find(([path]) => path.endsWith(`/${name}.graphql`))?.[1];
}

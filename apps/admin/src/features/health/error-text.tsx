/** What a machine said, as it said it. */
export function ErrorText({ children }: { readonly children: string }) {
  return (
    <code className="block rounded-medium border border-line bg-sunken px-3 py-2 font-mono text-small [overflow-wrap:anywhere]">
      {children}
    </code>
  );
}

/** What the graph finds, as one text to show; what is said of several things is said once. */
export function sentencesOf(findings: readonly { readonly message: string }[]): string {
  return [...new Set(findings.map(({ message }) => message))].join(' ');
}

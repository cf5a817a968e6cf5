import type { FlowStep } from './flow.js';

export interface TabDefinition {
  readonly query: string;
  readonly variables: string | null;
}

/** The editor's first tabs: each step's document, as it is written, with its variables. */
export function tabsOf(
  steps: readonly FlowStep[],
  documentOf: (name: string) => string | undefined,
): TabDefinition[] {
  return steps.flatMap(({ document, variables }) => {
    const query = documentOf(document);
    if (query === undefined) return [];
    return [{ query, variables: variables ? JSON.stringify(variables, null, 2) : null }];
  });
}

/** Short, and another one whenever the tabs are: old tabs in a browser then make way. */
export function versionOf(tabs: readonly TabDefinition[]): string {
  let hash = 5381;
  for (const character of JSON.stringify(tabs)) {
    hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash.toString(36);
}

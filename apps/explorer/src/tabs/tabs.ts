import { getOperationAST, parse } from 'graphql';
import type { FlowStep } from './flow.js';

export interface TabDefinition {
  /** The operation's name, which the tab bears as its title. */
  readonly title: string;
  readonly query: string;
  readonly variables: string | null;
  /** The demo's role that it is meant for; null where anybody may run it. */
  readonly role: string | null;
}

/** The editor's first tabs: each step's document, as it is written, with its variables. */
export function tabsOf(
  steps: readonly FlowStep[],
  documentOf: (name: string) => string | undefined,
): TabDefinition[] {
  return steps.flatMap(({ document, variables, role }) => {
    const query = documentOf(document);
    if (query === undefined) return [];
    return [
      {
        title: getOperationAST(parse(query))?.name?.value ?? document,
        query,
        variables: variables ? JSON.stringify(variables, null, 2) : null,
        role: role ?? null,
      },
    ];
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

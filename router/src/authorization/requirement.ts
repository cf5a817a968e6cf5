import { type Alternatives, both } from './alternatives.js';

/** What a caller must fulfil to see a field or type. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly anyOf: Alternatives }
  | { readonly kind: 'policies'; readonly anyOf: Alternatives };

/** All of these together; at most one of each kind, in the order of the kinds. */
export type Requirements = readonly Requirement[];

export const NO_REQUIREMENTS: Requirements = [];

/** What fulfils all of `requirements`, each kind joined into one. */
export function conjunction(requirements: readonly Requirement[]): Requirements {
  const joined: Requirement[] = [];
  if (requirements.some(({ kind }) => kind === 'authenticated')) {
    joined.push({ kind: 'authenticated' });
  }
  for (const kind of ['scopes', 'policies'] as const) {
    const lists = requirements.flatMap((one) => (one.kind === kind ? [one.anyOf] : []));
    if (lists.length > 0) joined.push({ kind, anyOf: lists.reduce(both, [[]]) });
  }
  return joined;
}

/** Equal texts mean equal requirements. */
export function requirementKey(requirement: Requirement): string {
  return JSON.stringify(requirement);
}

import type { TypedDocumentNode } from '../graph/document.js';

/** An operation that is kept until the graph has answered it: a mutation of one `input` with a key. */
export type Queueable = TypedDocumentNode<unknown, never>;

/** The `idempotencyKey` of what is asked; undefined where there is none, which nothing may be repeated without. */
export function keyOf(variables: unknown): string | undefined {
  const { input } = (variables ?? {}) as { readonly input?: { readonly idempotencyKey?: unknown } };
  return typeof input?.idempotencyKey === 'string' ? input.idempotencyKey : undefined;
}

/** Name of the operation: `TimeEntryLog`. */
export function nameOf({ definitions }: Pick<Queueable, 'definitions'>): string {
  const [first] = definitions;
  return first?.kind === 'OperationDefinition' ? (first.name?.value ?? '') : '';
}

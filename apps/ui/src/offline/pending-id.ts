import type { OutboxItem } from './outbox.types.js';

/**
 * The id of what an unanswered change will make. Later changes may name it in their input: they are sent with the
 * real id once that is known. @param key `idempotencyKey` of the change
 */
export const pendingId = (key: string): string => `pending:${key}`;

export const isPending = (id: string): boolean => id.startsWith('pending:');

type Variables = OutboxItem['variables'];

/** Whether an input names what another change is yet to make. */
export function namesPending({ input }: Variables, key: string): boolean {
  return Object.values(input).includes(pendingId(key));
}

/** The same variables with the real id; themselves where they do not name it. */
export function withRealId<Given extends Variables>(
  variables: Given,
  key: string,
  id: string,
): Given {
  if (!namesPending(variables, key)) return variables;
  const replaced = Object.entries(variables.input).map(([name, value]) => [
    name,
    value === pendingId(key) ? id : value,
  ]);
  return { ...variables, input: Object.fromEntries(replaced) };
}

/** The id of what a mutation answers: that of the first thing with an id in its payload. */
export function answeredId(data: unknown): string | undefined {
  const [payload] = Object.values((data ?? {}) as object);
  for (const value of Object.values((payload ?? {}) as object)) {
    const { id } = (value ?? {}) as { readonly id?: unknown };
    if (typeof id === 'string') return id;
  }
  return undefined;
}

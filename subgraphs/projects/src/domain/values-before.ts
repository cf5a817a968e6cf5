/**
 * What the fields of `changes` are in `state`, before they change. The description is left out: it is long, and
 * nobody reads it in a list.
 */
export function valuesBefore<Changes extends object>(state: Changes, changes: Changes): Changes {
  const fields = Object.keys(changes).filter((field) => field !== 'description');
  return Object.fromEntries(
    fields.map((field) => [field, state[field as keyof Changes]]),
  ) as Changes;
}

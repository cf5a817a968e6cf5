import type { ToldErrors } from '../engine/told-errors.js';
import type { ClientResult } from '../plugin.js';

const texts = new WeakMap<ClientResult, () => string | undefined>();

/**
 * A result whose data was written as JSON text already. Only a plugin that reads `data` has it parsed: what it then
 * changes is written anew.
 */
export function writtenResult(text: string, told: ToldErrors): ClientResult {
  let data: ClientResult['data'];
  let read = false;
  const result: ClientResult = {
    get data() {
      if (!read) data = JSON.parse(text) as Record<string, unknown> | null;
      read = true;
      return data ?? null;
    },
    set data(value) {
      data = value;
      read = true;
    },
    ...told,
  };
  texts.set(result, () => (read ? undefined : text));
  return result;
}

/** A result as JSON. */
export function textOf(result: ClientResult): string {
  const data = texts.get(result)?.();
  if (data === undefined || !('data' in result)) return JSON.stringify(result);
  const { errors, extensions } = result;
  let text = `{"data":${data}`;
  if (errors) text += `,"errors":${JSON.stringify(errors)}`;
  if (extensions) text += `,"extensions":${JSON.stringify(extensions)}`;
  return `${text}}`;
}

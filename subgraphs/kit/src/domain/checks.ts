import { type Violation, violation } from './rules.js';
import { oneLine, textFlaw } from './text.js';

export interface TextLimits {
  /** Characters at most, after trimming. */
  readonly max: number;
  /** An empty text is missing. True unless said otherwise. */
  readonly required?: boolean;
}

/** What is wrong with a text of the input: missing, too long, or not fit to be stored. */
export function checkText(
  text: string | null | undefined,
  path: readonly string[],
  { max, required = true }: TextLimits,
): Violation[] {
  const trimmed = oneLine(text ?? '');
  if (!trimmed)
    return required ? [violation('INPUT_REQUIRED', 'This must not be empty.', { path })] : [];
  const flaw = textFlaw(text ?? '');
  if (flaw) return [violation('INVALID_TEXT', `The text ${flaw}.`, { path })];
  if ([...trimmed].length > max) {
    return [violation('TEXT_TOO_LONG', `At most ${max} characters.`, { path, meta: { max } })];
  }
  return [];
}

import { checkText, type Violation } from '@nexus/kit/domain';

export interface TextLimits {
  readonly path: readonly string[];
  readonly max: number;
  /** Whether nothing but white space is refused; true unless said otherwise. */
  readonly required?: boolean;
}

/** What is wrong with a text that need not be given; empty where it may be stored. */
export function textFindings(
  text: string | null | undefined,
  { path, max, required = true }: TextLimits,
): Violation[] {
  return text === null || text === undefined ? [] : checkText(text, path, { max, required });
}

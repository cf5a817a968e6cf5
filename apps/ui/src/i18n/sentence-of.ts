import type { i18n } from 'i18next';

/** What the graph finds wrong or worth knowing, as its payloads and faults say it. */
export interface Finding {
  /** The graph's own sentence, in English. */
  readonly message: string;
  readonly code?: string | null | undefined;
  readonly rule?: string | null | undefined;
  readonly path?: readonly string[] | null | undefined;
  readonly details?:
    | readonly { readonly name: string; readonly values: readonly string[] }[]
    | null
    | undefined;
}

/**
 * A finding in the reader's language: by its rule, more exactly by what the details say it is `because` of or by the
 * field that it stands at; else by its code; else in the graph's own words. English has no texts of its own here:
 * the graph speaks it.
 */
export function sentenceOf(texts: i18n, finding: Finding): string {
  const { rule, code, message } = finding;
  const values = valuesOf(texts, finding);
  const field = finding.path?.findLast((word) => !/^\d+$/.test(word));
  const keys = [
    rule && values.because && `rules.${rule}_${values.because}`,
    rule && field && `rules.${rule}_${field}`,
    rule && `rules.${rule}`,
    code && `codes.${code}`,
  ];
  for (const key of keys) {
    if (!key || !texts.exists(`refusals:${key}`, values)) continue;
    const sentence = String(texts.t(`refusals:${key}` as never, values as never));
    // A server of another version may not say what the sentence speaks of.
    if (!sentence.includes('{{')) return sentence;
  }
  return message;
}

function valuesOf(texts: i18n, { details }: Finding): Record<string, string | number> {
  return Object.fromEntries(
    (details ?? []).map(({ name, values }) => [
      name,
      // What is counted chooses the plural.
      name === 'count'
        ? Number(values[0])
        : values.map((value) => wordsOf(texts, name, value)).join(', '),
    ]),
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function wordsOf(texts: i18n, name: string, value: string): string {
  if (DAY.test(value)) {
    const day = new Intl.DateTimeFormat(texts.language, { dateStyle: 'medium', timeZone: 'UTC' });
    return day.format(new Date(value));
  }
  const key = `refusals:values.${name}.${value}`;
  return texts.exists(key) ? String(texts.t(key as never)) : value;
}

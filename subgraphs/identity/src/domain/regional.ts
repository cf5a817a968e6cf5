/** The canonical form of a BCP 47 language tag that dates can be written in; undefined for anything else. */
export function canonicalLocale(text: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text)[0];
  } catch {
    return undefined;
  }
}

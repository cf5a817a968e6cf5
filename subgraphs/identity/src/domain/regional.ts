/** Whether this is an IANA time zone that the platform knows, or UTC. */
export function isTimeZone(text: string): boolean {
  return text === 'UTC' || Intl.supportedValuesOf('timeZone').includes(text);
}

/** The canonical form of a BCP 47 language tag that dates can be written in; undefined for anything else. */
export function canonicalLocale(text: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text)[0];
  } catch {
    return undefined;
  }
}

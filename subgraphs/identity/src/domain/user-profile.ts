import { checkText, isTimeZone, oneLine, type Violation, violation } from '@nexus/kit/domain';
import { canonicalLocale } from './regional.js';

/** How a person is called and reads dates; null where the tenant's own language and zone hold. */
export interface Profile {
  readonly name: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
}

/** What is left out stays; null follows the tenant again. */
export interface ProfilePatch {
  readonly name?: string | undefined;
  readonly locale?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}

/** The profile after a change, and what is wrong with it. */
export function changedProfile(
  profile: Profile,
  { name, locale, timeZone }: ProfilePatch,
): { readonly profile: Profile; readonly findings: readonly Violation[] } {
  const findings: Violation[] = [];
  const invalid = (field: string, what: string) =>
    findings.push(violation('INPUT_INVALID', `This is no ${what}.`, { path: [field] }));
  if (name !== undefined) findings.push(...checkText(name, ['name'], { max: 200 }));
  const canonical = locale && canonicalLocale(locale);
  if (locale != null && !canonical) invalid('locale', 'language tag such as `de-DE`');
  if (timeZone != null && !isTimeZone(timeZone)) invalid('timeZone', 'IANA time zone');
  return {
    profile: {
      name: name === undefined ? profile.name : oneLine(name),
      locale: locale === undefined ? profile.locale : canonical || null,
      timeZone: timeZone === undefined ? profile.timeZone : timeZone,
    },
    findings,
  };
}

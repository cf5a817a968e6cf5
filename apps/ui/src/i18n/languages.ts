/** The languages that are complete; others join the list when their files are. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/** The first of the wished-for languages (`de-AT`, `en`) that there is; English where there is none of them. */
export function chooseLanguage(wishes: readonly string[]): Language {
  return wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** How somebody reads numbers and dates: in their language, as their business's country writes them. */
export function localeOf(language: Language, tenantLocale: string | undefined): string {
  if (!tenantLocale || tenantLocale.startsWith(language)) return tenantLocale ?? language;
  const { region } = new Intl.Locale(tenantLocale);
  return region ? `${language}-${region}` : language;
}

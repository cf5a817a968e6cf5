/**
 * The languages that are complete, and offered. `es`, `fr` and `pt` have files that are not filled yet, and join the
 * list when they are.
 */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/** The first of the wished-for languages (`de-AT`, `en`) that there is; English where there is none of them. */
export function chooseLanguage(wishes: readonly string[]): Language {
  return wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** In whose manner a language is written where no region's manner goes with it. */
const HOME: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

/**
 * How somebody reads numbers and dates: in their language, as the region of `wish` writes (BCP 47; their own, or their
 * business's). Where nobody writes that language in that region, the data of Unicode may write amounts in one manner
 * and numbers in the other (`en-DE`: `€1,234.50` but `1.234,5`); then it is the manner of the language's home.
 */
export function localeOf(language: Language, wish: string | null | undefined): string {
  if (!wish) return language;
  const { language: theirs, region } = new Intl.Locale(wish);
  if (theirs === language) return wish;
  const mixed = region ? `${language}-${region}` : language;
  return writesAlike(mixed) ? mixed : HOME[language];
}

/** Whether amounts and plain numbers have the same separators. */
function writesAlike(locale: string): boolean {
  const amount = separatorsIn(
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }),
  );
  return amount === separatorsIn(new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }));
}

const separatorsIn = (format: Intl.NumberFormat): string =>
  format
    .formatToParts(1_234_567.8)
    .filter(({ type }) => type === 'group' || type === 'decimal')
    .map(({ value }) => value)
    .join('');

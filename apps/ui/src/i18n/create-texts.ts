import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage } from './languages.js';
import './namespaces.js';

/** What `import.meta.glob` gives for `locales`: files by path, loaded when they are asked for. */
export type TextFiles = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * The texts of a portal and of the design system: the whole of one language at once, another one when somebody
 * changes to it. What a language that is not complete lacks is said in English.
 * @param language BCP 47, as its folder in `locales` is called
 */
export async function createTexts(language: string, files: readonly TextFiles[]): Promise<i18n> {
  const texts = createInstance();
  const load = (wanted: string) =>
    Promise.all([wanted, ...insteadOf(wanted)].map((one) => loadLanguage(texts, one, files)));
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: insteadOf,
    ns: [],
    defaultNS: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
  const change = texts.changeLanguage.bind(texts);
  texts.changeLanguage = async (wanted, ...rest) => {
    if (wanted) await load(wanted);
    return change(wanted, ...rest);
  };
  return texts;
}

/** Languages on offer are complete: there a key in sight is better than another language's words. */
const insteadOf = (language: string): string[] => (isLanguage(language) ? [] : ['en']);

async function loadLanguage(
  texts: i18n,
  language: string,
  files: readonly TextFiles[],
): Promise<void> {
  const found = files
    .flatMap((some) => Object.entries(some))
    .map(([path, load]) => ({ load, ...placeOf(path) }))
    .filter((file) => file.language === language && !texts.hasResourceBundle(language, file.name));
  await Promise.all(
    found.map(async ({ name, load }) => {
      const { default: words } = (await load()) as { readonly default: object };
      texts.addResourceBundle(language, name, words);
    }),
  );
}

/** `./locales/de/projects.json` → language `de`, namespace `projects`. */
function placeOf(path: string): { readonly language: string; readonly name: string } {
  const [, language = '', name = ''] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  return { language, name };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTexts } from '../../src/i18n/create-texts.js';
import { chooseLanguage, LANGUAGES, localeOf } from '../../src/i18n/languages.js';

/** What the graph says itself in English (scripts/test/refusals). */
const OWN = ['refusals.json'];

const APPS = join(import.meta.dirname, '../../..');
const folders = readdirSync(APPS)
  .map((app) => join(APPS, app, 'src', 'locales'))
  .filter((folder) => {
    try {
      return readdirSync(folder).length > 0;
    } catch {
      return false;
    }
  });

/** The texts by their keys, from the root down. */
function flat(texts: object, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, value]) =>
      typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`),
    ),
  );
}
const ENDING = /_(zero|one|two|few|many|other)$/;
const stemOf = (key: string) => key.replace(ENDING, '');
const sorted = (some: Iterable<string>) => [...new Set(some)].sort();
const placeholders = (text: string) => sorted(text.match(/\{\{\w+/g) ?? []);

const namesIn = (folder: string, language: string) =>
  readdirSync(join(folder, language)).filter((name) => !OWN.includes(name));
const read = (folder: string, language: string, name: string) =>
  flat(JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as object);
const files = folders.flatMap((folder) =>
  readdirSync(join(folder, 'en')).map((name) => ({ folder, name, app: folder.split('/').at(-3) })),
);

/** What each text may speak of: whatever a form of its English does. */
function spokenOf(english: Record<string, string>): Record<string, string[]> {
  const spoken: Record<string, string[]> = {};
  for (const [key, text] of Object.entries(english)) {
    spoken[stemOf(key)] = sorted([...(spoken[stemOf(key)] ?? []), ...placeholders(text)]);
  }
  return spoken;
}

/** Keys of which a plural that the language makes is missing, or one given that it does not make. */
function wrongPlurals(texts: Record<string, string>, language: string): string[] {
  const plurals = sorted(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  const forms = Object.groupBy(
    Object.keys(texts).filter((key) => ENDING.test(key)),
    stemOf,
  );
  return Object.entries(forms).flatMap(([stem, keys = []]) => {
    const given = keys.flatMap((key) => ENDING.exec(key)?.[1] ?? []);
    // None at all may have words of its own in every language.
    const counted = sorted(given.filter((one) => one !== 'zero' || plurals.includes('zero')));
    return counted.join() === plurals.join() ? [] : [stem];
  });
}

const LATER = ['es', 'fr', 'pt'];

describe('the texts', () => {
  it.each(files)('of $app $name are complete in every language on offer', ({ folder, name }) => {
    const keys = sorted(Object.keys(read(folder, 'en', name)).map(stemOf));
    for (const language of Object.keys(LANGUAGES)) {
      expect(sorted(Object.keys(read(folder, language, name)).map(stemOf))).toEqual(keys);
    }
  });

  it.each(files)(
    'of $app $name speak of the same things, and count as each language does',
    ({ folder, name }) => {
      const spoken = spokenOf(read(folder, 'en', name));
      for (const language of [...Object.keys(LANGUAGES), ...LATER]) {
        const texts = read(folder, language, name);
        for (const [key, text] of Object.entries(texts)) {
          expect({ key, speaksOf: spoken[stemOf(key)] }).toEqual({
            key,
            speaksOf: expect.arrayContaining(placeholders(text)),
          });
        }
        expect(wrongPlurals(texts, language)).toEqual([]);
      }
    },
  );

  it.each(folders)('of %s have a file in every language, to be filled or filled', (folder) => {
    for (const language of [...Object.keys(LANGUAGES), ...LATER]) {
      expect(namesIn(folder, language)).toEqual(namesIn(folder, 'en'));
    }
  });

  it('that a language lacks are English until it is on offer', async () => {
    const words = (words: object) => async () => ({ default: words });
    const texts = await createTexts('fr', [
      {
        './locales/en/projects.json': words({ title: 'Projects', add: 'Add' }),
        './locales/fr/projects.json': words({ title: 'Projets' }),
      },
    ]);
    expect(String(texts.t('projects:title' as never))).toBe('Projets');
    expect(String(texts.t('projects:add' as never))).toBe('Add');
    expect(LATER.filter((language) => language in LANGUAGES)).toEqual([]);
  });

  it('of one language are loaded, and those of another when it is chosen', async () => {
    const loaded: string[] = [];
    const file = (path: string, words: object) => ({
      [path]: async () => {
        loaded.push(path);
        return { default: words };
      },
    });
    const texts = await createTexts('en', [
      file('./locales/en/projects.json', { title: 'Projects' }),
      file('./locales/de/projects.json', { title: 'Projekte' }),
    ]);
    expect(String(texts.t('projects:title' as never))).toBe('Projects');
    expect(loaded).toEqual(['./locales/en/projects.json']);
    await texts.changeLanguage('de');
    expect(String(texts.t('projects:title' as never))).toBe('Projekte');
    await texts.changeLanguage('en');
    expect(loaded).toHaveLength(2);
  });
});

describe('languages', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'de'], 'de'],
    [['ja'], 'en'],
    [[], 'en'],
  ])('of %j %s is spoken', (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });

  it.each([
    ['de', 'de-AT', 'de-AT'],
    ['de', 'en-US', 'de-US'],
    ['en', 'de-AT', 'en-AT'],
    // Amounts would have points where numbers have commas.
    ['en', 'de-DE', 'en-GB'],
    ['en', 'de-CH', 'en-GB'],
    ['en', 'fr-FR', 'en-GB'],
    ['de', undefined, 'de'],
    ['en', null, 'en'],
  ] as const)('read %s in a business of %s write as %s', (language, wish, locale) => {
    expect(localeOf(language, wish)).toBe(locale);
  });
});

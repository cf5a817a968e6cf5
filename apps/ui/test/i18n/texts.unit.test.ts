import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTexts } from '../../src/i18n/create-texts.js';
import { chooseLanguage, LANGUAGES, localeOf } from '../../src/i18n/languages.js';

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

/** Keys down to the words, plural endings aside: languages have other ones. */
function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`]
      : keysOf(value as object, `${prefix}${key}.`),
  );
}
const read = (folder: string, language: string, name: string) =>
  JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as object;
const files = folders.flatMap((folder) =>
  readdirSync(join(folder, 'en')).map((name) => ({ folder, name, app: folder.split('/').at(-3) })),
);

describe('the texts', () => {
  it.each(files)('of $app $name are complete in every language', ({ folder, name }) => {
    const keys = [...new Set(keysOf(read(folder, 'en', name)))].sort();
    for (const language of Object.keys(LANGUAGES)) {
      expect([...new Set(keysOf(read(folder, language, name)))].sort()).toEqual(keys);
    }
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

  it('are written as the business’s country writes', () => {
    expect(localeOf('de', 'de-DE')).toBe('de-DE');
    expect(localeOf('en', 'de-DE')).toBe('en-DE');
    expect(localeOf('de', undefined)).toBe('de');
  });
});

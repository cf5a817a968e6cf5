import type { i18n } from 'i18next';
import { createTexts, type TextFiles } from '../i18n/create-texts.js';
import { ownTexts } from '../i18n/own-texts.js';
import { createSettings, type SettingsStore } from './settings.js';

/** Reads the settings of this browser, and loads the words of its language. */
export async function startSurroundings(
  texts: TextFiles,
): Promise<{ readonly settings: SettingsStore; readonly texts: i18n }> {
  const settings = createSettings(window.localStorage, navigator.languages);
  return { settings, texts: await createTexts(settings.current.language, [ownTexts, texts]) };
}

/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createSettings } from '../../src/shell/settings.js';
import '../support/browser-parts.js';

const boot = readFileSync(new URL('../../vite/appearance-boot.js', import.meta.url), 'utf8');
const root = document.documentElement;

beforeEach(() => {
  localStorage.clear();
  for (const name of Object.keys(root.dataset)) delete root.dataset[name];
});

describe('the settings of a browser', () => {
  it('begin dark, in the language that the browser wishes for', () => {
    const { current } = createSettings(localStorage, ['de-AT', 'en']);
    expect(current.language).toBe('de');
    expect(current.appearance).toMatchObject({ theme: 'dark', density: 'comfortable' });
  });

  it('are kept, part by part, and told to whoever listens', () => {
    const store = createSettings(localStorage, ['en']);
    const listener = jest.fn();
    store.listen(listener);
    store.change({ appearance: { theme: 'light' } });
    store.change({ appearance: { density: 'compact' } });
    store.change({ language: 'de' });
    expect(listener).toHaveBeenCalledTimes(3);
    const { current } = createSettings(localStorage, ['en']);
    expect(current.language).toBe('de');
    expect(current.appearance).toMatchObject({ theme: 'light', density: 'compact' });
  });

  it.each(['{', 'null', '"x"'])('survive %s in the storage', (kept) => {
    localStorage.setItem('nexus:appearance', kept);
    localStorage.setItem('nexus:language', 'klingon');
    const { current } = createSettings(localStorage, ['en']);
    expect([current.appearance.theme, current.language]).toEqual(['dark', 'en']);
  });

  it('are on the page before the program is', () => {
    const store = createSettings(localStorage, ['en']);
    store.change({ appearance: { theme: 'light', density: 'compact', contrast: 'more' } });
    store.change({ language: 'de' });
    new Function(boot)();
    expect({ ...root.dataset }).toEqual({ theme: 'light', density: 'compact', contrast: 'more' });
    expect(root.lang).toBe('de');
  });

  it('put a page up that nobody has set, or that holds nonsense', () => {
    localStorage.setItem('nexus:appearance', '{');
    new Function(boot)();
    expect({ ...root.dataset }).toEqual({ theme: 'dark', density: 'comfortable' });
  });
});

import type { Page } from 'playwright-core';

/** Resolves once the page has written down what it would open with; nothing on the screen tells. @param words of it */
export async function untilKept(page: Page, words: string): Promise<void> {
  while (!(await keptIn(page)).some((field) => field.includes(words))) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The fields that a page keeps for when it opens without the server. */
export const keptIn = (page: Page): Promise<string[]> => page.evaluate(readKept);

/** Resolves once the page can be opened without the server. */
export const untilInstalled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

/** The server is there again: tells the page, which would see for itself some seconds later. */
export const tellOnline = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.dispatchEvent(new Event('online')));

async function readKept(): Promise<string[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'nexus-kept')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('nexus-kept');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result.map(({ value }: { value: string }) => value));
      };
    };
  });
}

import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { createKeeping, type Keeping } from '../../src/offline/keeping.js';

let written: unknown[];
let isOpen: boolean;
let page: { visibilityState: DocumentVisibilityState; addEventListener: never };
let hide: () => void;
let keeping: Keeping;

beforeEach(() => {
  jest.useFakeTimers();
  written = [];
  isOpen = true;
  page = {
    visibilityState: 'visible',
    addEventListener: ((_: string, listener: () => void) => {
      hide = listener;
    }) as never,
  };
  keeping = createKeeping({
    store: Promise.resolve({
      write: async (...written_: unknown[]) => void written.push(written_),
    }),
    initial: {},
    isOpen: () => isOpen,
    now: () => 5,
    page,
  });
});
afterEach(() => {
  jest.useRealTimers();
});

it('gathers what the cache learns, as of when the graph answered', async () => {
  keeping.heard();
  await keeping.writeData({ a: '1', b: '2' });
  await keeping.writeData({ a: '3', b: undefined });
  expect(written).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([[{ a: '3', b: undefined }, 5]]);
});

it('writes at once when the page is put away', async () => {
  keeping.heard();
  await keeping.writeData({ a: '1' });
  page.visibilityState = 'hidden';
  hide();
  await jest.advanceTimersByTimeAsync(0);
  expect(written).toHaveLength(1);
});

it('writes nothing before the graph has answered, and nothing once the session has ended', async () => {
  await keeping.writeData({ a: '1' });
  await jest.advanceTimersByTimeAsync(1_000);
  keeping.heard();
  isOpen = false;
  await keeping.writeData({ a: '2' });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([]);
});

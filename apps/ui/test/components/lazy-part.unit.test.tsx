/** @jest-environment jsdom */
import { expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { type LazyPart, lazyPart } from '../../src/components/lazy-part.js';
import { render } from '../support/render.js';

const Words = ({ text }: { readonly text: string }) => <p>{text}</p>;

/** A part that its test lets come, or fail. */
function part() {
  const coming: PromiseWithResolvers<typeof Words>[] = [];
  const Part: LazyPart<{ readonly text: string }> = lazyPart(() => {
    const next = Promise.withResolvers<typeof Words>();
    coming.push(next);
    return next.promise;
  });
  return { Part, coming };
}

it('shows its stand-in until it is there, and is asked for once', async () => {
  const { Part, coming } = part();
  void Part.load();
  render(<Part text="open" fallback="…" />);
  expect(document.body.textContent).toBe('…');
  await act(async () => coming[0]?.resolve(Words));
  expect([screen.getByText('open').tagName, coming.length]).toEqual(['P', 1]);
});

it('is drawn at once when it is there already', async () => {
  const { Part, coming } = part();
  const loaded = Part.load();
  coming[0]?.resolve(Words);
  await loaded;
  render(<Part text="open" />);
  expect(screen.getByText('open')).toBeTruthy();
});

it('tries again while the network is away, for as long as it is wanted', async () => {
  jest.useFakeTimers();
  try {
    const { Part, coming } = part();
    const { unmount } = render(<Part text="open" />);
    await act(async () => coming[0]?.reject(new TypeError('offline')));
    expect([document.body.textContent, coming.length]).toEqual(['', 1]);
    await act(async () => jest.advanceTimersByTime(2_000));
    await act(async () => coming[1]?.reject(new TypeError('offline')));
    unmount();
    await act(async () => jest.advanceTimersByTime(60_000));
    expect(coming).toHaveLength(2);
  } finally {
    jest.useRealTimers();
  }
});

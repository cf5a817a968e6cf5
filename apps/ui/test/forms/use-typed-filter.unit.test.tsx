/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useTypedFilter } from '../../src/forms/use-typed-filter.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function filter(value: string) {
  const onTyped = jest.fn<(text: string) => void>();
  const drawn = renderHook(({ value }) => useTypedFilter(value, onTyped), {
    initialProps: { value },
  });
  return {
    onTyped,
    typed: () => drawn.result.current[0],
    type: (text: string) => act(() => drawn.result.current[1](text)),
    become: (next: string) => drawn.rerender({ value: next }),
    pause: () => act(() => jest.advanceTimersByTime(1_000)),
  };
}

it('tells what is typed once there is a pause, without its edges', () => {
  const { type, pause, onTyped } = filter('');
  type('hu');
  type(' hull ');
  expect(onTyped).not.toHaveBeenCalled();
  pause();
  expect(onTyped.mock.calls).toEqual([['hull']]);
});

it('tells nothing where only an edge was typed', () => {
  const { type, pause, onTyped } = filter('hull');
  type('hull ');
  pause();
  expect(onTyped).not.toHaveBeenCalled();
});

it('follows a link that clears it, and does not tell the former again', () => {
  const { type, pause, become, typed, onTyped } = filter('');
  type('zzz');
  pause();
  become('zzz');
  become('');
  expect(typed()).toBe('');
  pause();
  expect(onTyped).toHaveBeenCalledTimes(1);
});

it('keeps what is typed on while the address is still to follow', () => {
  const { type, pause, become, typed } = filter('');
  type('hu');
  pause();
  type('hull');
  become('hu');
  expect(typed()).toBe('hull');
});

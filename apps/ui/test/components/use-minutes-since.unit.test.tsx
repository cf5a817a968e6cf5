/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useMinutesSince } from '../../src/components/use-minutes-since.js';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-21T10:00:30Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

it('counts whole minutes, and goes on', () => {
  const { result } = renderHook(() => useMinutesSince('2026-11-21T09:00:00Z'));
  expect(result.current).toBe(60);
  act(() => jest.advanceTimersByTime(31_000));
  expect(result.current).toBe(61);
});

it('is never below zero, where another clock is ahead', () => {
  const { result } = renderHook(() => useMinutesSince('2026-11-21T10:05:00Z'));
  expect(result.current).toBe(0);
});

it('begins anew with another moment, and stops without one', () => {
  const { result, rerender } = renderHook(({ moment }) => useMinutesSince(moment), {
    initialProps: { moment: '2026-11-21T09:00:00Z' as string | null },
  });
  rerender({ moment: '2026-11-21T09:58:00Z' });
  expect(result.current).toBe(2);
  rerender({ moment: null });
  expect(result.current).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});

/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useDraft } from '../../src/forms/use-draft.js';

const begin = (saved = 'kept', name = 'task') =>
  renderHook(({ saved: now, name: called }) => useDraft(called, now), {
    initialProps: { saved, name },
  });

describe('a draft', () => {
  beforeEach(() => localStorage.clear());

  it('outlives the page until it is saved', () => {
    const { result, unmount } = begin();
    act(() => result.current.change('typed'));
    unmount();
    const again = begin();
    expect(again.result.current).toMatchObject({
      value: 'typed',
      isDirty: true,
      isOutdated: false,
    });
    act(() => again.result.current.discard());
    expect(again.result.current).toMatchObject({ value: 'kept', isDirty: false });
    expect(localStorage.length).toBe(0);
  });

  it('is none where what was typed is what is kept', () => {
    const { result } = begin();
    act(() => result.current.change('typed'));
    act(() => result.current.change('kept'));
    expect(result.current.isDirty).toBe(false);
    expect(localStorage.length).toBe(0);
  });

  it('says when somebody else changed what it was begun upon', () => {
    const { result, rerender } = begin();
    act(() => result.current.change('typed'));
    rerender({ saved: 'another', name: 'task' });
    expect(result.current).toMatchObject({ value: 'typed', isDirty: true, isOutdated: true });
    act(() => result.current.change('typed more'));
    expect(result.current.isOutdated).toBe(true);
  });

  it('follows what is kept where nothing was typed, and belongs to one name alone', () => {
    const { result, rerender } = begin();
    rerender({ saved: 'another', name: 'task' });
    expect(result.current).toMatchObject({ value: 'another', isDirty: false });
    act(() => result.current.change('typed'));
    rerender({ saved: 'elsewhere', name: 'other' });
    expect(result.current).toMatchObject({ value: 'elsewhere', isDirty: false });
    rerender({ saved: 'another', name: 'task' });
    expect(result.current.value).toBe('typed');
  });

  it('is not begun by what another program left there', () => {
    localStorage.setItem('nexus:draft:task', '{"text":3}');
    expect(begin().result.current).toMatchObject({ value: 'kept', isDirty: false });
    localStorage.setItem('nexus:draft:task', 'no json');
    expect(begin().result.current).toMatchObject({ value: 'kept', isDirty: false });
  });
});

/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { Check } from 'lucide-react';
import type { Command } from '../../src/actions/action.js';
import { createOffers } from '../../src/actions/offers.js';
import { createShortcuts } from '../../src/actions/shortcuts.js';

const command = (id: string, shortcut?: string): Command => ({
  ...{ id, labelKey: 'shell:actions.undo', icon: Check, shortcut },
  run: () => undefined,
});
const ALL = ['c', 'g p', 'g h', '?', 'mod+enter', 'shift+a', 'escape'].map((keys) =>
  command(keys, keys),
);

function keyboard() {
  let now = 0;
  const find = createShortcuts(() => now);
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    find(
      {
        ...{ key, metaKey: false, ctrlKey: false, altKey: false, shiftKey: false },
        ...{ target: document.body, defaultPrevented: false, repeat: false },
        ...more,
      },
      ALL,
    )?.id;
  const wait = (ms: number) => {
    now += ms;
  };
  return { press, wait };
}

describe('shortcuts', () => {
  it.each([
    ['c', {}, 'c'],
    ['?', { shiftKey: true }, '?'],
    ['Enter', { ctrlKey: true }, 'mod+enter'],
    ['Enter', { metaKey: true }, 'mod+enter'],
    ['A', { shiftKey: true }, 'shift+a'],
    ['Escape', {}, 'escape'],
    ['c', { ctrlKey: true }, undefined],
    ['c', { repeat: true }, undefined],
    ['c', { defaultPrevented: true }, undefined],
    ['Shift', { shiftKey: true }, undefined],
  ])('%s with %j is %s', (key, more, found) => {
    expect(keyboard().press(key, more)).toBe(found);
  });

  it('may be two keys one after the other, within a second', () => {
    const { press, wait } = keyboard();
    expect([press('g'), press('p')]).toEqual([undefined, 'g p']);
    expect(press('p')).toBeUndefined();
    press('g');
    wait(1_500);
    expect(press('h')).toBeUndefined();
  });

  it('leave alone who is typing, but for those with a modifier', () => {
    const { press } = keyboard();
    const target = document.createElement('textarea');
    expect(press('c', { target })).toBeUndefined();
    expect(press('Enter', { target, ctrlKey: true })).toBe('mod+enter');
  });
});

describe('what a screen offers', () => {
  it('is there for as long as the screen is, the innermost first', () => {
    const offers = createOffers();
    const page = command('task.complete');
    const inDialog = command('task.complete');
    const leavePage = offers.add([page, command('task.move')]);
    const leaveDialog = offers.add([inDialog]);
    expect(offers.commands[0]).toBe(inDialog);
    expect(offers.commands.map(({ id }) => id)).toEqual(['task.complete', 'task.move']);
    leaveDialog();
    expect(offers.commands[0]).toBe(page);
    leavePage();
    expect(offers.commands).toEqual([]);
  });
});

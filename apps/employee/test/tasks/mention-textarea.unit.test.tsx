/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { render } from '../../../ui/test/support/render.js';
import { MentionTextarea } from '../../src/features/tasks/drawer/mention-textarea.js';

const PEOPLE = [
  { id: 'usr_1', name: 'Mara Lindner' },
  { id: 'usr_2', name: 'Mark Linde' },
];

function trial() {
  const onSend = jest.fn();
  function Trial() {
    const [text, setText] = useState('');
    return (
      <MentionTextarea
        label="Comment"
        value={text}
        people={PEOPLE}
        onChange={setText}
        onSend={onSend}
      />
    );
  }
  const drawn = render(<Trial />);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  return { ...drawn, box, onSend };
}

describe('a text that calls upon people', () => {
  it('offers them once an @ is typed, walked by arrows and chosen by Enter', async () => {
    const { user, box } = trial();
    await user.type(box, 'Ask @mar');
    const options = screen.getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([expect.stringContaining('Mara Lindner')]),
    );
    expect(box.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
    await user.keyboard('{ArrowDown}');
    expect(box.getAttribute('aria-activedescendant')).toBe(options[1]?.id);
    await user.keyboard('{Enter}');
    expect(box.value).toBe('Ask @Mark Linde ');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('is left alone by Escape, and sent by mod and Enter', async () => {
    const { user, box, onSend } = trial();
    await user.type(box, '@mar');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{Enter}');
    expect(box.value).toBe('@mar\n');
    expect(onSend).not.toHaveBeenCalled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSend).toHaveBeenCalledTimes(1);
  });

  it('takes who is pressed', async () => {
    const { user, box } = trial();
    await user.type(box, '@lind');
    const [first] = screen.getAllByRole('option');
    if (!first) throw new RangeError('Nobody is offered.');
    await user.pointer({ target: first, keys: '[MouseLeft]' });
    expect(box.value).toBe('@Mara Lindner ');
  });
});

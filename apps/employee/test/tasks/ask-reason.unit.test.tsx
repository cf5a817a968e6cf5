/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { render } from '../../../ui/test/support/render.js';
import { type AskReason, useAskReason } from '../../src/features/tasks/actions/ask-reason.js';

function trial() {
  let ask: AskReason = async () => null;
  function Trial() {
    const asking = useAskReason();
    ask = asking.ask;
    return asking.dialog;
  }
  const drawn = render(<Trial />);
  const begin = (isRequired: boolean) => {
    let answer: Promise<string | null> = Promise.resolve(null);
    act(() => {
      answer = ask({
        ...{ titleKey: 'tasks:block.title', labelKey: 'tasks:block.reason' },
        ...{ submitKey: 'tasks:actions.block', isRequired },
      });
    });
    return answer;
  };
  return { ...drawn, begin };
}

// Without the feature's texts a text is its key.
const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: 'actions.block' });

describe('asking for a reason', () => {
  it('waits for one where it is needed, and gives it without its edges', async () => {
    const { user, begin } = trial();
    const answer = begin(true);
    await user.type(screen.getByRole('textbox'), '  ');
    await user.click(submit());
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    await user.type(screen.getByRole('textbox'), '  No paint ');
    await user.click(submit());
    expect(await answer).toBe('No paint');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does without where it is not', async () => {
    const { user, begin } = trial();
    const answer = begin(false);
    await user.click(submit());
    expect(await answer).toBe('');
  });

  it('gives nothing where the person leaves', async () => {
    const { user, begin } = trial();
    const answer = begin(true);
    await user.type(screen.getByRole('textbox'), 'No');
    await user.keyboard('{Escape}');
    expect(await answer).toBeNull();
  });
});

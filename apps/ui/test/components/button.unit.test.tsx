/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Pencil } from 'lucide-react';
import { Button } from '../../src/components/button.js';
import { CopyButton } from '../../src/components/copy-button.js';
import { IconButton } from '../../src/components/icon-button.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

describe('a button', () => {
  it('does what it says, by mouse and by key', async () => {
    const onClick = jest.fn();
    const { user } = render(<Button onClick={onClick}>Approve</Button>);
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await user.keyboard('{Enter} ');
    expect(onClick).toHaveBeenCalledTimes(3);
  });

  it('does nothing while it is busy, and keeps the focus', async () => {
    const onClick = jest.fn();
    const onSubmit = jest.fn();
    const { user } = render(
      <form onSubmit={onSubmit}>
        <Button type="submit" isBusy onClick={onClick}>
          Saving …
        </Button>
      </form>,
    );
    const button = screen.getByRole('button', { name: 'Saving …' });
    await user.tab();
    await user.keyboard('{Enter}');
    await user.click(button);
    expect([onClick.mock.calls, onSubmit.mock.calls]).toEqual([[], []]);
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
  });

  it('is a link where it leads somewhere', () => {
    render(
      <Button asChild>
        <a href="/invoices">Invoices</a>
      </Button>,
    );
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Invoices' }).className).toContain(
      'border-line-strong',
    );
  });
});

describe('an icon button', () => {
  it('has a name, and shows it with its keys when it is focused', async () => {
    const { user, container } = render(<IconButton icon={Pencil} label="Edit" shortcut="e" />);
    await user.tab();
    const tip = await screen.findByRole('tooltip');
    expect(tip.textContent).toBe('EditE');
    expect(screen.getByRole('button', { name: 'Edit' })).toBe(document.activeElement);
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe('a copy button', () => {
  it('puts the text on the clipboard, and says so', async () => {
    const { user } = render(<CopyButton text="req_1" label="Copy the number" />);
    await user.click(screen.getByRole('button', { name: 'Copy the number' }));
    expect(await navigator.clipboard.readText()).toBe('req_1');
    expect(screen.getByRole('status').textContent).toBe('Copied');
  });
});

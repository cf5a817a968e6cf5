/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '../../src/components/button.js';
import { ConfirmDialog } from '../../src/components/confirm-dialog.js';
import { Dialog, type DialogProps } from '../../src/components/dialog.js';
import { Drawer } from '../../src/components/drawer.js';
import { Menu } from '../../src/components/menu.js';
import { showToast } from '../../src/components/toast.js';
import { Toaster } from '../../src/components/toaster.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

function Trial(props: Partial<DialogProps>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Rename</Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title="Rename project" {...props}>
        <input aria-label="Name" />
      </Dialog>
    </>
  );
}

describe('a dialog', () => {
  it('takes the focus, keeps it, and gives it back', async () => {
    const { user } = render(<Trial description="Everybody sees it." />);
    const opener = screen.getByRole('button', { name: 'Rename' });
    await user.click(opener);
    const dialog = screen.getByRole('dialog', { name: 'Rename project' });
    expect(await violationsIn(document.body)).toEqual([]);
    for (let step = 0; step < 4; step += 1) {
      expect(dialog.contains(document.activeElement)).toBe(true);
      await user.tab();
    }
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('that insists is ended by its own buttons alone', async () => {
    const { user } = render(<Trial isInsistent />);
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  });
});

it('a drawer is a dialog that its button closes', async () => {
  const onOpenChange = jest.fn();
  const { user } = render(
    <Drawer isOpen onOpenChange={onOpenChange} title="Write the texts">
      …
    </Drawer>,
  );
  expect(screen.getByRole('dialog', { name: 'Write the texts' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

describe('a question before a deed', () => {
  function Asking({ onConfirm }: { readonly onConfirm: () => Promise<void> }) {
    const [isOpen, setIsOpen] = useState(true);
    return (
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Delete the project?"
        description="It cannot be undone."
        confirmLabel="Delete project"
        isDangerous
        onConfirm={onConfirm}
      />
    );
  }

  it('begins at the way out, and stays until the deed is done', async () => {
    const done = Promise.withResolvers<void>();
    const onConfirm = jest.fn(() => done.promise);
    const { user } = render(<Asking onConfirm={onConfirm} />);
    expect(document.activeElement?.textContent).toBe('Cancel');
    const deed = screen.getByRole('button', { name: 'Delete project' });
    await user.click(deed);
    await user.click(deed);
    expect([onConfirm.mock.calls.length, deed.getAttribute('aria-busy')]).toEqual([1, 'true']);
    await act(async () => done.resolve());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does nothing when it is waved away', async () => {
    const onConfirm = jest.fn(async () => {});
    const { user } = render(<Asking onConfirm={onConfirm} />);
    await user.keyboard('{Escape}');
    expect([screen.queryByRole('dialog'), onConfirm.mock.calls]).toEqual([null, []]);
  });
});

describe('a menu', () => {
  const onEdit = jest.fn();
  const onPin = jest.fn();
  const trial = () =>
    render(
      <Menu
        trigger={<Button>Commands</Button>}
        groups={[
          {
            id: 'all',
            commands: [
              { id: 'edit', label: 'Edit', onSelect: onEdit },
              { id: 'archive', label: 'Archive', isDisabled: true, onSelect: onEdit },
              { id: 'pin', label: 'Pinned', isChecked: true, onSelect: onPin },
            ],
          },
          { id: 'none', label: 'Nothing here', commands: [] },
        ]}
      />,
    );
  afterEach(() => {
    jest.clearAllMocks();
  });

  it('is opened, walked and used by keys', async () => {
    const { user } = trial();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('menu', { name: 'Commands' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Edit');
    await user.keyboard('{ArrowDown}');
    // What is disabled is stepped over.
    expect(document.activeElement?.textContent).toBe('Pinned');
    await user.keyboard('{Enter}');
    expect([onEdit.mock.calls.length, onPin.mock.calls.length]).toEqual([0, 1]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('says what is chosen, and shows no empty group', async () => {
    const { user } = trial();
    await user.click(screen.getByRole('button', { name: 'Commands' }));
    const pin = screen.getByRole('menuitemcheckbox', { name: 'Pinned' });
    expect(pin.getAttribute('aria-checked')).toBe('true');
    expect(screen.queryByText('Nothing here')).toBeNull();
    expect(screen.getByRole('menuitem', { name: 'Archive' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });
});

describe('a toast', () => {
  afterEach(() => {
    toast.dismiss();
  });

  it('says what happened, and takes it back', async () => {
    const undo = jest.fn();
    const { user } = render(<Toaster />);
    showToast({ title: 'Task archived', action: { label: 'Undo', perform: undo } });
    expect(await screen.findByText('Task archived')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('gives way to a later one of the same id', async () => {
    render(<Toaster />);
    showToast({ id: 'save', title: 'Saving …' });
    await screen.findByText('Saving …');
    showToast({ id: 'save', title: 'Saved', tone: 'success' });
    await screen.findByText('Saved');
    expect(screen.queryByText('Saving …')).toBeNull();
  });
});

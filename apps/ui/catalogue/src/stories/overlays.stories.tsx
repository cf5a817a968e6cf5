import { Archive, Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../src/components/button.js';
import { ConfirmDialog } from '../../../src/components/confirm-dialog.js';
import { ContextMenu } from '../../../src/components/context-menu.js';
import { Dialog } from '../../../src/components/dialog.js';
import { IconButton } from '../../../src/components/icon-button.js';
import { Menu } from '../../../src/components/menu.js';
import type { MenuGroup } from '../../../src/components/menu-item.js';
import { showToast } from '../../../src/components/toast.js';
import { Field } from '../../../src/forms/field.js';
import { Input } from '../../../src/forms/input.js';
import type { Story } from '../story.js';

const nothing = () => {};

const GROUPS: readonly MenuGroup[] = [
  {
    id: 'edit',
    commands: [
      { id: 'edit', label: 'Edit', icon: Pencil, shortcut: 'e', onSelect: nothing },
      { id: 'copy', label: 'Copy link', icon: Copy, shortcut: 'mod+l', onSelect: nothing },
      { id: 'archive', label: 'Archive', icon: Archive, isDisabled: true, onSelect: nothing },
    ],
  },
  {
    id: 'danger',
    commands: [
      { id: 'delete', label: 'Delete', icon: Trash2, isDangerous: true, onSelect: nothing },
    ],
  },
];

function DialogState() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Open dialog</Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Rename project"
        description="Everybody who works on it sees the new name at once."
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              Rename
            </Button>
          </>
        }
      >
        <Field label="Name">
          <Input defaultValue="Website relaunch" />
        </Field>
      </Dialog>
    </>
  );
}

function ConfirmState() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setIsOpen(true)}>
        Delete project
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Delete the project?"
        description="Its tasks and hours go with it. That cannot be undone."
        confirmLabel="Delete project"
        isDangerous
        onConfirm={nothing}
      />
    </>
  );
}

export const story: Story = {
  title: 'Dialog, menu, toast',
  states: [
    { name: 'Dialog', Show: DialogState },
    { name: 'Confirmation', Show: ConfirmState },
    {
      name: 'Menu',
      Show: () => (
        <Menu groups={GROUPS} trigger={<IconButton icon={Ellipsis} label="Commands" />} />
      ),
    },
    {
      name: 'Context menu',
      Show: () => (
        <ContextMenu groups={GROUPS}>
          <div className="rounded-medium border border-dashed border-line p-6 text-center text-muted">
            Press the right button here
          </div>
        </ContextMenu>
      ),
    },
    {
      name: 'Toasts',
      Show: () => (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => showToast({ title: 'Link copied' })}>Plain</Button>
          <Button
            onClick={() =>
              showToast({
                title: 'Task archived',
                description: 'It is still found by the search.',
                tone: 'success',
                action: { label: 'Undo', perform: nothing },
              })
            }
          >
            With undo
          </Button>
          <Button onClick={() => showToast({ title: 'The hours were not saved', tone: 'danger' })}>
            Failure
          </Button>
        </div>
      ),
    },
  ],
};

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../src/components/button.js';
import type { Story } from '../story.js';

const row = 'flex flex-wrap items-center gap-3';

export const story: Story = {
  title: 'Button',
  states: [
    {
      name: 'Variants',
      Show: () => (
        <div className={row}>
          <Button variant="primary">Create invoice</Button>
          <Button>Cancel</Button>
          <Button variant="ghost">Show more</Button>
          <Button variant="danger">Delete project</Button>
        </div>
      ),
    },
    {
      name: 'With an icon',
      Show: () => (
        <div className={row}>
          <Button variant="primary" icon={Plus}>
            New task
          </Button>
          <Button icon={Plus}>Add line</Button>
          <Button variant="ghost" icon={Plus}>
            Add
          </Button>
          <Button variant="danger" icon={Trash2}>
            Delete
          </Button>
        </div>
      ),
    },
    {
      name: 'Sizes',
      Show: () => (
        <div className={row}>
          <Button size="small">Small</Button>
          <Button>Medium</Button>
          <Button size="large">Large</Button>
        </div>
      ),
    },
    {
      name: 'Busy and disabled',
      Show: () => (
        <div className={row}>
          <Button variant="primary" isBusy>
            Saving …
          </Button>
          <Button isBusy>Sending …</Button>
          <Button variant="primary" disabled>
            Approve
          </Button>
          <Button disabled>Approve</Button>
        </div>
      ),
    },
    {
      name: 'As a link',
      Show: () => (
        <Button asChild>
          <a href="#invoices">Open invoices</a>
        </Button>
      ),
    },
    {
      name: 'A long German text in a narrow place',
      Show: () => (
        <div className="w-48">
          <Button variant="primary" icon={Plus} className="w-full">
            Zahlungserinnerung für überfällige Rechnungen versenden
          </Button>
        </div>
      ),
    },
  ],
};

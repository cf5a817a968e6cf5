import { Archive, Bell, CircleCheck, Clock, Ellipsis, Pencil } from 'lucide-react';
import { Avatar } from '../../../src/components/avatar.js';
import { Badge } from '../../../src/components/badge.js';
import { CopyButton } from '../../../src/components/copy-button.js';
import { IconButton } from '../../../src/components/icon-button.js';
import { Kbd } from '../../../src/components/kbd.js';
import { Skeleton } from '../../../src/components/skeleton.js';
import { SkeletonGroup } from '../../../src/components/skeleton-group.js';
import type { Story } from '../story.js';

const row = 'flex flex-wrap items-center gap-3';
const NAMES = ['Mara Lindqvist', 'Jonas', 'Søren Kierkegaard-Ødegaard', 'Li Wei', 'Ana Souza'];

export const story: Story = {
  title: 'Badges, avatars, icon buttons, keys, skeletons',
  states: [
    {
      name: 'Badges',
      Show: () => (
        <div className={row}>
          <Badge>Draft</Badge>
          <Badge tone="accent">In progress</Badge>
          <Badge tone="success" icon={CircleCheck}>
            Paid
          </Badge>
          <Badge tone="warning" icon={Clock}>
            Due today
          </Badge>
          <Badge tone="danger">Overdue</Badge>
          <Badge tone="info">Sent</Badge>
        </div>
      ),
    },
    {
      name: 'A badge with too little room',
      Show: () => (
        <div className="w-32">
          <Badge tone="warning">Teilweise freigegebene Stundenzettel</Badge>
        </div>
      ),
    },
    {
      name: 'Icon buttons',
      Show: () => (
        <div className={row}>
          <IconButton icon={Pencil} label="Edit" shortcut="e" />
          <IconButton icon={Bell} label="Notifications" aria-pressed />
          <IconButton icon={Archive} label="Archive" disabled />
          <IconButton icon={Ellipsis} label="More" isBusy />
          <IconButton icon={Ellipsis} label="More, small" size="small" />
          <CopyButton text="req_01" />
        </div>
      ),
    },
    {
      name: 'Avatars',
      Show: () => (
        <div className={row}>
          {NAMES.map((name) => (
            <Avatar key={name} name={name} />
          ))}
          <Avatar name="Mara Lindqvist" size="small" />
          <Avatar name="Mara Lindqvist" size="large" />
        </div>
      ),
    },
    {
      name: 'Keys',
      Show: () => (
        <div className={row}>
          <Kbd keys="mod+k" />
          <Kbd keys="g p" />
          <Kbd keys="shift+enter" />
        </div>
      ),
    },
    {
      name: 'Skeletons',
      Show: () => (
        <SkeletonGroup>
          <div className="flex gap-3">
            <Skeleton isRound className="size-10" />
            <div className="grid flex-1 content-center gap-2">
              <Skeleton className="h-4 w-1/2" />
              <Skeleton className="h-3 w-3/4" />
            </div>
          </div>
        </SkeletonGroup>
      ),
    },
  ],
};

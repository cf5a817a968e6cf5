import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../../src/components/avatar.js';
import { Badge } from '../../../src/components/badge.js';
import {
  arrange,
  type BoardColumn,
  type CardMove,
} from '../../../src/components/board/arrangement.js';
import { Board } from '../../../src/components/board/board.js';
import { Button } from '../../../src/components/button.js';
import type { Story } from '../story.js';

interface Task {
  readonly id: string;
  readonly title: string;
  readonly person: string;
  readonly isUrgent: boolean;
}

const TITLES = [
  'Write the texts of the landing page',
  'Review the contract',
  'Ask the client for the logo in a format that can be printed',
  'Rechtsschutzversicherungsgesellschaften anschreiben',
];
const PEOPLE = ['Mara Lindqvist', 'Jonas Weber', 'Li Wei'];
const COLUMNS = ['To do', 'In progress', 'Review', 'Done', 'Archive'];

function board(count: number): readonly BoardColumn<Task>[] {
  const tasks = Array.from({ length: count }, (_, index) => ({
    id: `tsk_${index}`,
    title: `${TITLES[index % TITLES.length]} ${index + 1}`,
    person: PEOPLE[index % PEOPLE.length] ?? '',
    isUrgent: index % 5 === 0,
  }));
  return COLUMNS.map((title, place) => ({
    id: `col_${place}`,
    title,
    wipLimit: place === 1 ? Math.ceil(count / 5) : place === 2 ? 1 : null,
    cards: place === 4 && count < 50 ? [] : tasks.filter((_, index) => index % 5 === place),
  }));
}

const cardId = (task: Task) => task.id;
const cardLabel = (task: Task) => task.title;
const renderCard = (task: Task) => (
  <div className="grid gap-2">
    <p>{task.title}</p>
    <div className="flex items-center justify-between gap-2">
      {task.isUrgent ? <Badge tone="warning">Urgent</Badge> : <Badge>Normal</Badge>}
      <Avatar name={task.person} size="small" />
    </div>
  </div>
);

function BoardState({ count, label }: { readonly count: number; readonly label: string }) {
  const [columns, setColumns] = useState(() => board(count));
  const onMove = ({ card, toColumnId, index }: CardMove<Task>) =>
    setColumns(arrange(columns, card.id, { columnId: toColumnId, index }, cardId));
  return (
    <div className="h-120">
      <Board
        label={label}
        columns={columns}
        {...{ cardId, cardLabel, renderCard, onMove }}
        refusal={(_, columnId) =>
          columnId === 'col_4' ? 'Only finished work goes to the archive.' : null
        }
        columnFooter={() => (
          <Button variant="ghost" size="small" icon={Plus} className="w-full">
            Add task
          </Button>
        )}
      />
    </div>
  );
}

export const story: Story = {
  title: 'Board',
  states: [
    {
      name: 'Limits: one full, one exceeded; the archive refuses',
      isWide: true,
      Show: () => <BoardState count={10} label="Relaunch" />,
    },
    { name: '500 cards', isWide: true, Show: () => <BoardState count={500} label="Everything" /> },
  ],
};

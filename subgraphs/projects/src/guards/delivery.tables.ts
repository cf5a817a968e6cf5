import { guardTable } from '@nexus/kit/read';

/** Tables that hold under concurrency and are never rebuilt. */
export const deliveryGuards = [
  guardTable({
    schema: 'projects',
    name: 'code_counter',
    clientsSee: 'nothing',
    key: ['prefix'],
    columns: `prefix text COLLATE "C" NOT NULL, last integer NOT NULL`,
  }),
  guardTable({
    schema: 'projects',
    name: 'task_number',
    clientsSee: 'nothing',
    key: ['project_id'],
    columns: `project_id text COLLATE "C" NOT NULL, last integer NOT NULL`,
  }),
  guardTable({
    schema: 'projects',
    name: 'board_column_count',
    clientsSee: 'nothing',
    key: ['column_id'],
    columns: `column_id text COLLATE "C" NOT NULL, cards integer NOT NULL CHECK (cards >= 0)`,
  }),
];

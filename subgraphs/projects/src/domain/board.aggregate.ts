import {
  accept,
  aggregate,
  type Decision,
  type DecisionContext,
  foldName,
  judge,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { ColumnCategory, WipMode } from '../../events.d.ts';
import { type BoardEvent, boardEvents } from './board.events.js';
import { textFindings } from './text.rules.js';

export const MAX_COLUMNS = 30;

export interface Column {
  readonly name: string;
  readonly category: ColumnCategory;
  readonly position: number;
  readonly wipLimit: number | null;
  readonly wipPerMember: number | null;
  readonly wipMode: WipMode;
}
export type BoardState =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'open';
      readonly projectId: string;
      readonly clientId: string | null;
      readonly columns: Readonly<Record<string, Column>>;
    };
type OpenBoard = Extract<BoardState, { kind: 'open' }>;

export type BoardCommand =
  | { readonly type: 'Open'; readonly projectId: string; readonly clientId: string | null }
  | {
      readonly type: 'AddColumn';
      readonly columnId: string;
      readonly name: string;
      readonly category: ColumnCategory;
      readonly wipLimit: number | null;
      readonly wipMode: WipMode;
      /** The column it stands behind; at the right end where null. */
      readonly afterId: string | null;
    }
  | {
      readonly type: 'UpdateColumn';
      readonly columnId: string;
      readonly name?: string | undefined;
      /** A number or null fixes or lifts the limit; undefined leaves it. */
      readonly wipLimit?: number | null | undefined;
      readonly wipMode?: WipMode | undefined;
      /** Null moves it to the left end; undefined leaves it. */
      readonly afterId?: string | null | undefined;
    }
  | { readonly type: 'RemoveColumn'; readonly columnId: string; readonly moveTo: string }
  | {
      readonly type: 'Rebalance';
      readonly columnId: string;
      readonly ranks: readonly { readonly taskId: string; readonly rank: string }[];
    };

type Outcome = Decision<BoardEvent>;

/** What a new board looks like; limits follow the size of the team until somebody fixes them. */
const DEFAULTS: readonly (readonly [string, ColumnCategory, number | null])[] = [
  ['Backlog', 'TODO', null],
  ['To do', 'TODO', null],
  ['In progress', 'DOING', 3],
  ['Review', 'DOING', 2],
  ['Done', 'DONE', null],
];

function evolve(state: BoardState, { type, data }: BoardEvent): BoardState {
  const { projectId, clientId } = data;
  const board: OpenBoard =
    state.kind === 'absent' ? { kind: 'open', projectId, clientId, columns: {} } : state;
  const set = (id: string, change: Partial<Column>): OpenBoard => ({
    ...board,
    columns: { ...board.columns, [id]: { ...board.columns[id], ...change } as Column },
  });
  switch (type) {
    case 'ColumnAdded': {
      const { columnId, projectId: _p, clientId: _c, ...column } = data;
      return set(columnId, column);
    }
    case 'ColumnRenamed':
      return set(data.columnId, { name: data.name });
    case 'ColumnReordered': {
      const columns = Object.entries(board.columns).map(([id, column]) => [
        id,
        { ...column, position: data.order.indexOf(id) },
      ]);
      return { ...board, columns: Object.fromEntries(columns) };
    }
    case 'WipLimitChanged': {
      const { columnId, wipLimit, wipPerMember, wipMode } = data;
      return set(columnId, { wipLimit, wipPerMember, wipMode });
    }
    case 'ColumnRemoved': {
      const { [data.columnId]: _, ...columns } = board.columns;
      return { ...board, columns };
    }
    case 'ColumnRebalanced':
      return board;
    default:
      return unreachable(type, 'event');
  }
}

function decide(state: BoardState, command: BoardCommand, ctx: DecisionContext): Outcome {
  if (command.type === 'Open') return state.kind === 'absent' ? open(command, ctx) : accept([]);
  if (state.kind === 'absent') {
    return refuse(violation('NOT_FOUND', 'There is no such board.', { path: ['projectId'] }));
  }
  switch (command.type) {
    case 'AddColumn':
      return addColumn(state, command);
    case 'UpdateColumn':
      return updateColumn(state, command);
    case 'RemoveColumn':
      return removeColumn(state, command);
    case 'Rebalance': {
      const { columnId, ranks } = command;
      return accept([{ type: 'ColumnRebalanced', data: { ...place(state), columnId, ranks } }]);
    }
    default:
      return unreachable(command, 'command');
  }
}

const place = ({ projectId, clientId }: OpenBoard) => ({ projectId, clientId });

function open(
  { projectId, clientId }: BoardCommand & { type: 'Open' },
  ctx: DecisionContext,
): Outcome {
  return accept(
    DEFAULTS.map(([name, category, wipPerMember], position) => ({
      type: 'ColumnAdded',
      data: {
        projectId,
        clientId,
        columnId: ctx.newId('BoardColumn'),
        name,
        category,
        wipLimit: null,
        wipPerMember,
        wipMode: 'WARN',
        position,
      },
    })),
  );
}

function addColumn(board: OpenBoard, command: BoardCommand & { type: 'AddColumn' }): Outcome {
  const { type: _, afterId, ...column } = command;
  const order = orderOf(board);
  const findings = [
    ...nameFindings(board, column.name, null),
    ...limitFindings(column.wipLimit),
    ...afterFindings(board, afterId),
    ...(order.length >= MAX_COLUMNS
      ? [
          violation('BOARD_COLUMN_LIMIT', `A board has ${MAX_COLUMNS} columns at most.`, {
            meta: { max: MAX_COLUMNS },
          }),
        ]
      : []),
  ];
  const position = Math.max(-1, ...Object.values(board.columns).map((known) => known.position)) + 1;
  return judge(findings, () => [
    { type: 'ColumnAdded', data: { ...place(board), ...column, wipPerMember: null, position } },
    ...(afterId === null || afterId === order.at(-1)
      ? []
      : [reordered(board, moved([...order, column.columnId], column.columnId, afterId))]),
  ]);
}

function updateColumn(board: OpenBoard, command: BoardCommand & { type: 'UpdateColumn' }): Outcome {
  const { columnId, name, wipLimit, wipMode, afterId } = command;
  const column = board.columns[columnId];
  if (!column) return refuse(unknown('id'));
  const findings = [
    ...(name === undefined ? [] : nameFindings(board, name, columnId)),
    ...limitFindings(wipLimit ?? null),
    ...(afterId === columnId ? [unknown('afterId')] : afterFindings(board, afterId ?? null)),
  ];
  const events: BoardEvent[] = [];
  if (name !== undefined && name !== column.name) {
    events.push({ type: 'ColumnRenamed', data: { ...place(board), columnId, name } });
  }
  const limits = {
    wipLimit: wipLimit === undefined ? column.wipLimit : wipLimit,
    wipPerMember: wipLimit === undefined ? column.wipPerMember : null,
    wipMode: wipMode ?? column.wipMode,
  };
  if (
    limits.wipLimit !== column.wipLimit ||
    limits.wipPerMember !== column.wipPerMember ||
    limits.wipMode !== column.wipMode
  ) {
    events.push({ type: 'WipLimitChanged', data: { ...place(board), columnId, ...limits } });
  }
  return judge(findings, () => {
    if (afterId === undefined) return events;
    const order = orderOf(board);
    const next = moved(order, columnId, afterId);
    return next.join() === order.join() ? events : [...events, reordered(board, next)];
  });
}

function removeColumn(board: OpenBoard, command: BoardCommand & { type: 'RemoveColumn' }): Outcome {
  const { columnId, moveTo } = command;
  const column = board.columns[columnId];
  if (!column) return refuse(unknown('id'));
  if (!board.columns[moveTo] || moveTo === columnId) return refuse(unknown('moveTo'));
  const alike = Object.values(board.columns).filter(({ category }) => category === column.category);
  const needed = column.category !== 'DOING' && alike.length === 1;
  return needed
    ? refuse(
        violation('BOARD_NEEDS_COLUMN', `A board needs a column for ${column.category}.`, {
          path: ['id'],
          meta: { category: column.category },
        }),
      )
    : accept([{ type: 'ColumnRemoved', data: { ...place(board), columnId, moveTo } }]);
}

function orderOf({ columns }: OpenBoard): string[] {
  return Object.entries(columns)
    .sort(([, a], [, b]) => a.position - b.position)
    .map(([id]) => id);
}

function moved(order: readonly string[], id: string, afterId: string | null): string[] {
  const others = order.filter((other) => other !== id);
  const index = afterId === null ? 0 : others.indexOf(afterId) + 1;
  return [...others.slice(0, index), id, ...others.slice(index)];
}

const reordered = (board: OpenBoard, order: readonly string[]): BoardEvent => ({
  type: 'ColumnReordered',
  data: { ...place(board), order },
});

const unknown = (path: string): Violation =>
  violation('COLUMN_NOT_FOUND', 'There is no such column on this board.', { path: [path] });

function afterFindings({ columns }: OpenBoard, afterId: string | null): Violation[] {
  return afterId === null || columns[afterId] ? [] : [unknown('afterId')];
}

function nameFindings({ columns }: OpenBoard, name: string, own: string | null): Violation[] {
  const taken = Object.entries(columns).some(
    ([id, column]) => id !== own && foldName(column.name) === foldName(name),
  );
  return [
    ...textFindings(name, { path: ['name'], max: 100 }),
    ...(taken
      ? [violation('COLUMN_NAME_TAKEN', 'The board has a column of this name.', { path: ['name'] })]
      : []),
  ];
}

function limitFindings(limit: number | null): Violation[] {
  return limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= 10_000)
    ? []
    : [violation('WIP_LIMIT_INVALID', 'A limit is from 1 to 10,000.', { path: ['wipLimit'] })];
}

/** The columns that a project's tasks move through. */
export const board = aggregate<BoardState, BoardCommand, BoardEvent>({
  name: 'board',
  catalogue: boardEvents,
  initial: { kind: 'absent' },
  decide,
  evolve,
});

import { Board } from '@nexus/ui/components/board/board';
import { Button } from '@nexus/ui/components/button';
import { Tooltip } from '@nexus/ui/components/tooltip';
import { Lock } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownColumn } from './arrange-cards.js';
import { BoardMenu } from './board-menu.js';
import { ColumnMenu } from './column-menu.js';
import { QuickAdd } from './quick-add.js';
import type { TaskCardFragment } from './task-card.generated.js';
import { TaskCard } from './task-card.js';
import type { ShownBoard } from './use-board.js';
import { useMoveCard } from './use-move-card.js';
import { hasHiddenCards } from './use-whole-columns.js';

interface BoardSurfaceProps {
  readonly board: ShownBoard;
  /** The column that a card is being added to. */
  readonly addingTo: string | undefined;
  readonly onAddingTo: (columnId: string | undefined) => void;
  readonly onOpen: (card: TaskCardFragment) => void;
  /** Tells the others which card is in the hand. */
  readonly tell: (taskId: string | null) => void;
  readonly isNarrowed: boolean;
}

const idOf = ({ id }: TaskCardFragment) => id;
const labelOf = ({ number, title }: TaskCardFragment) => `${number} ${title}`;
const draw = (card: TaskCardFragment) => <TaskCard card={card} />;

/** The columns and their cards, and what can be done with them. */
export function BoardSurface(props: BoardSurfaceProps) {
  const { board, addingTo, onAddingTo, onOpen, tell } = props;
  const { t } = useTranslation('tasks');
  const { project, columns, bringMore } = board;
  const mover = useMoveCard();
  const onHold = useCallback(
    (card: TaskCardFragment | null) => {
      mover.onHold(card);
      tell(card?.id ?? null);
    },
    [mover.onHold, tell],
  );
  const facts = useMemo(() => columns.map((column) => column.facts), [columns]);
  const heads = useMemo(
    () =>
      new Map(
        facts.map(({ id, wipMode, wipLimit }) => [
          id,
          <span key={id} className="flex items-center gap-1">
            {wipMode === 'BLOCK' && wipLimit !== null && (
              <Tooltip text={t('column.modes.BLOCK')}>
                <span role="img" aria-label={t('column.modes.BLOCK')} className="p-1 text-muted">
                  <Lock aria-hidden size={14} />
                </span>
              </Tooltip>
            )}
            {project.viewerCanManageBoard && (
              <ColumnMenu projectId={project.id} columnId={id} columns={facts} />
            )}
          </span>,
        ]),
      ),
    [facts, project.viewerCanManageBoard, project.id, t],
  );
  const footer = ({ id, title, facts: column }: ShownColumn) => (
    <>
      {hasHiddenCards(column) && (
        <Button variant="ghost" className="w-full" onClick={() => bringMore(column)}>
          {t(props.isNarrowed ? 'board.moreUnfiltered' : 'board.more')}
        </Button>
      )}
      {project.viewerCanWork && (
        <QuickAdd
          projectId={project.id}
          column={{ id, title }}
          isOpen={addingTo === id}
          onOpenChange={(isOpen) => onAddingTo(isOpen ? id : undefined)}
        />
      )}
    </>
  );
  const footers = new Map(
    columns.map((column) => [
      column.id,
      project.viewerCanWork || hasHiddenCards(column.facts) ? footer(column) : undefined,
    ]),
  );
  const cardOf = useCallback(
    (id: string) => columns.flatMap(({ cards }) => cards).find((card) => card.id === id),
    [columns],
  );
  return (
    <BoardMenu cardOf={cardOf} onOpen={onOpen} className="min-h-0 flex-1">
      <h2 className="sr-only">{t('board.board')}</h2>
      <Board
        label={t('board.board')}
        columns={columns}
        cardId={idOf}
        cardLabel={labelOf}
        renderCard={draw}
        onOpen={onOpen}
        onMove={mover.onMove}
        onHold={onHold}
        isMovable={project.viewerCanWork}
        columnActions={({ id }) => heads.get(id)}
        columnFooter={({ id }) => footers.get(id)}
      />
    </BoardMenu>
  );
}

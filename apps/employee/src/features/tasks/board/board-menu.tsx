import { useOffer } from '@nexus/ui/actions/use-commands';
import { ContextMenu } from '@nexus/ui/components/context-menu';
import { useText } from '@nexus/ui/i18n/use-text';
import { PanelRightOpen } from 'lucide-react';
import {
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useMemo,
  useState,
} from 'react';
import { menuCommands } from '../actions/menu-commands.js';
import { useTaskCommands } from '../actions/use-task-commands.js';
import type { TaskCardFragment } from './task-card.generated.js';

interface BoardMenuProps {
  readonly cardOf: (id: string) => TaskCardFragment | undefined;
  readonly onOpen: (card: TaskCardFragment) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The commands of the card that has the focus, or was pointed at: by menu, shortcut and palette. */
export function BoardMenu({ cardOf, onOpen, className, children }: BoardMenuProps) {
  const text = useText();
  const [activeId, setActiveId] = useState<string>();
  const card = activeId === undefined ? undefined : cardOf(activeId);
  const { commands, dialog } = useTaskCommands(card);
  const all = useMemo(
    () =>
      card
        ? [
            {
              ...({
                id: 'task.open',
                labelKey: 'tasks:actions.open',
                icon: PanelRightOpen,
              } as const),
              run: () => onOpen(card),
            },
            ...commands,
          ]
        : [],
    [card, commands, onOpen],
  );
  useOffer(all);
  const notice = ({ target }: FocusEvent | MouseEvent) => {
    const id = idOfCardAt(target);
    if (id !== undefined) setActiveId(id);
    return id;
  };
  return (
    <>
      <ContextMenu groups={[{ id: 'card', commands: menuCommands(all, text) }]}>
        <div
          className={className}
          onFocusCapture={notice}
          onContextMenuCapture={(event) => {
            // Beside the cards the browser's own menu is of more use.
            if (notice(event) === undefined) event.stopPropagation();
          }}
          onPointerDownCapture={keepLongTouch}
        >
          {children}
        </div>
      </ContextMenu>
      {dialog}
    </>
  );
}

/** A long touch lifts a card: it opens no menu besides. */
function keepLongTouch(event: PointerEvent) {
  if (event.pointerType === 'touch') event.stopPropagation();
}

function idOfCardAt(target: EventTarget): string | undefined {
  return (target as Element).closest<HTMLElement>('[data-card-id]')?.dataset.cardId;
}

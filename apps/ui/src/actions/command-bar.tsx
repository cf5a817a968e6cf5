import { Ellipsis } from 'lucide-react';
import { Button, type ButtonProps } from '../components/button.js';
import { IconButton } from '../components/icon-button.js';
import { Menu } from '../components/menu.js';
import { useText } from '../i18n/use-text.js';
import type { Command } from './action.js';

interface CommandBarProps {
  readonly commands: readonly Command[];
  /** Names the menu that holds the rest. */
  readonly moreLabel: string;
  /** As many as stand there as buttons; the others are in the menu. Default 2. */
  readonly shown?: number;
  /** Ids of those that destroy. */
  readonly dangerous?: ReadonlySet<string>;
  /** The first one is what the page is there for. Default true. */
  readonly hasPrimary?: boolean;
  readonly size?: ButtonProps['size'];
}

/** What can be done here: the first as buttons, the rest in a menu. */
export function CommandBar(props: CommandBarProps) {
  const { commands, moreLabel, shown = 2, dangerous, hasPrimary = true, size = 'medium' } = props;
  const text = useText();
  // A menu of one command is a button that takes two presses.
  const count = shown > 0 && commands.length === shown + 1 ? shown + 1 : shown;
  const rest = commands.slice(count);
  return (
    <>
      {commands.slice(0, count).map(({ id, labelKey, icon, run }, place) => (
        <Button
          key={id}
          icon={icon}
          size={size}
          variant={place === 0 && hasPrimary ? 'primary' : 'secondary'}
          onClick={run}
        >
          {text(labelKey)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={moreLabel} />}
          groups={[
            {
              id: 'rest',
              commands: rest.map(({ id, labelKey, icon, shortcut, run }) => ({
                ...{ id, icon, shortcut, label: text(labelKey), onSelect: run },
                isDangerous: dangerous?.has(id) ?? false,
              })),
            },
          ]}
        />
      )}
    </>
  );
}

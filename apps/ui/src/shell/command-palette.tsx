import { Command as Palette } from 'cmdk';
import { Search } from 'lucide-react';
import { use, useSyncExternalStore } from 'react';
import type { Command } from '../actions/action.js';
import { OffersContext } from '../actions/offers.js';
import { Kbd } from '../components/kbd.js';
import { useText } from '../i18n/use-text.js';
import type { ShellCommands } from './use-shell-commands.js';

interface CommandPaletteProps {
  readonly commands: ShellCommands;
  readonly onClose: () => void;
}

/** Every command of the page and of the portal, to be found by typing. Loaded when it is first opened. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const text = useText();
  const offers = use(OffersContext);
  const here = useSyncExternalStore(offers.listen, () => offers.commands);
  const groups = [
    { heading: text('shell:palette.here'), commands: here },
    { heading: text('shell:palette.pages'), commands: commands.pages },
    { heading: text('shell:palette.settings'), commands: commands.settings },
  ].filter((group) => group.commands.length > 0);
  const run = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Palette.Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      label={text('shell:palette.title')}
      overlayClassName="fixed inset-0 z-40 animate-appear bg-scrim"
      contentClassName="fixed inset-x-4 top-[12dvh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-large border border-line bg-raised shadow-raised"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden size={16} className="shrink-0 text-muted" />
        <Palette.Input
          placeholder={text('shell:palette.placeholder')}
          className="h-12 w-full bg-transparent text-large outline-none"
        />
      </div>
      <Palette.List className="max-h-[60dvh] overflow-y-auto p-2">
        <Palette.Empty className="px-2 py-6 text-center text-muted">
          {text('shell:palette.empty')}
        </Palette.Empty>
        {groups.map(({ heading, commands: some }) => (
          <Palette.Group
            key={heading}
            heading={heading}
            className="not-first:mt-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-muted"
          >
            {some.map((command) => (
              <PaletteItem key={command.id} command={command} onRun={run} />
            ))}
          </Palette.Group>
        ))}
      </Palette.List>
    </Palette.Dialog>
  );
}

interface PaletteItemProps {
  readonly command: Command;
  readonly onRun: (command: Command) => void;
}

function PaletteItem({ command, onRun }: PaletteItemProps) {
  const text = useText();
  const { id, labelKey, icon: Icon, shortcut } = command;
  const label = text(labelKey);
  return (
    <Palette.Item
      value={id}
      keywords={[label]}
      onSelect={() => onRun(command)}
      className="flex min-h-control items-center gap-3 rounded-medium px-2 data-[selected=true]:bg-selected"
    >
      <Icon aria-hidden size={16} className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </Palette.Item>
  );
}

import { useMemo } from 'react';
import { Button } from '../components/button.js';
import { useText } from '../i18n/use-text.js';
import type { Action } from './action.js';
import { useCommands } from './use-commands.js';

interface CommandButtonProps<T> {
  readonly action: Action<T>;
  readonly subject: T;
  /** To what, for a screen reader: several alike stand below each other. */
  readonly of: string;
}

/** The button of an action; nothing where the graph would refuse it. */
export function CommandButton<T>({ action, subject, of }: CommandButtonProps<T>) {
  const text = useText();
  const actions = useMemo(() => [action], [action]);
  const [command] = useCommands(actions, subject);
  if (!command) return null;
  return (
    <Button size="small" icon={command.icon} onClick={command.run}>
      {text(command.labelKey)} <span className="sr-only">{of}</span>
    </Button>
  );
}

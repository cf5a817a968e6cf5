import { useNavigate } from '@tanstack/react-router';
import { use, useEffect, useMemo } from 'react';
import { useClient } from 'urql';
import { useText } from '../i18n/use-text.js';
import type { Action, ActionContext, Command } from './action.js';
import { OffersContext } from './offers.js';
import { runAction } from './run-action.js';

/** What actions work with, on this screen. */
export function useActionContext(): ActionContext {
  const graph = useClient();
  const text = useText();
  const navigate = useNavigate();
  return useMemo(
    () => ({ graph, text, navigate: (place) => void navigate(place as never) }),
    [graph, text, navigate],
  );
}

/** The actions that are allowed on a subject, ready for a button or a menu. Keep the list itself stable. */
export function useCommands<T>(actions: readonly Action<T>[], subject: T | undefined): Command[] {
  const context = useActionContext();
  return useMemo(
    () =>
      subject === undefined
        ? []
        : actions
            .filter(({ isAllowed }) => isAllowed(subject))
            .map((action) => ({
              id: action.id,
              labelKey: action.labelKey,
              icon: action.icon,
              shortcut: action.shortcut,
              run: () => void runAction(action, subject, context),
            })),
    [actions, subject, context],
  );
}

/** Puts commands into the palette, and binds their shortcuts, for as long as the screen is on. */
export function useOffer(commands: readonly Command[]): void {
  const offers = use(OffersContext);
  useEffect(() => offers.add(commands), [offers, commands]);
}

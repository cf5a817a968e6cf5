import type { UserError } from '@nexus/sdk';
import type { Client } from '@urql/core';
import type { LucideIcon } from 'lucide-react';
import type { TextKey } from '../i18n/namespaces.js';
import type { Text } from '../i18n/use-text.js';

/** What an action works with. */
export interface ActionContext {
  readonly graph: Client;
  readonly text: Text;
  /** Goes to a page of the portal. */
  readonly navigate: (place: { readonly to: string; readonly params?: object }) => void;
}

/** The rules that were broken; nothing or an empty list when it was done. */
export type ActionOutcome = readonly UserError[] | undefined;

/** One user command, taken alike by buttons, menus, shortcuts and the command palette. */
export interface Action<T> {
  /** Unique in the portal: `task.complete`. */
  readonly id: string;
  readonly labelKey: TextKey;
  readonly icon: LucideIcon;
  /** Keys joined by `+`, one after another by a space: `mod+k`, `g p`. */
  readonly shortcut?: string;
  /** From the subject's `viewerCan…`: what the graph would refuse is not offered. */
  readonly isAllowed: (subject: T) => boolean;
  /** @throws GraphFault, which is shown with its request id */
  readonly perform: (subject: T, context: ActionContext) => Promise<ActionOutcome>;
  /** Takes it back; offered for some seconds once it is done. */
  readonly undo?: (subject: T, context: ActionContext) => Promise<ActionOutcome>;
  /** Said when it is done: by default nothing, because the screen shows it. With `undo` always needed. */
  readonly doneKey?: TextKey;
}

/** An action and what it would be done to, ready to be called. */
export interface Command {
  readonly id: string;
  readonly labelKey: TextKey;
  readonly icon: LucideIcon;
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

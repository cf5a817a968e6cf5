import { idempotencyKey } from '@nexus/sdk';
import { mutate } from '@nexus/ui/graph/ask';
import { GraphFault } from '@nexus/ui/graph/graph-fault';
import type { Client } from 'urql';
import { TimeEntryDeleteDocument } from './time-entry-delete.generated.js';
import {
  TimeEntryEditDocument,
  type TimeEntryEditMutationVariables,
} from './time-entry-edit.generated.js';
import {
  TimeEntryLogDocument,
  type TimeEntryLogMutationVariables,
} from './time-entry-log.generated.js';

/** What the graph says about a change of time: why not, and what is worth knowing. */
export interface TimeAnswer {
  readonly errors: readonly Remark[];
  readonly warnings: readonly Remark[];
}

export interface Remark {
  readonly message: string;
  readonly path?: readonly string[] | null;
}

type WithoutKey<Input> = Omit<Input, 'idempotencyKey'>;

/** One change of an own entry. Each is made once, and waits where there is no network. */
export type TimeCommand =
  | { readonly do: 'log'; readonly input: WithoutKey<TimeEntryLogMutationVariables['input']> }
  | { readonly do: 'edit'; readonly input: WithoutKey<TimeEntryEditMutationVariables['input']> }
  | { readonly do: 'delete'; readonly input: { readonly id: string } };

/** Settles when the graph has answered, which may be hours from now. A fault comes back as an error like a rule's. */
export async function writeTime(graph: Client, command: TimeCommand): Promise<TimeAnswer> {
  try {
    return await send(graph, command);
  } catch (error) {
    if (!(error instanceof GraphFault)) throw error;
    const { message, requestId } = error;
    return {
      errors: [{ message: requestId ? `${message} (${requestId})` : message }],
      warnings: [],
    };
  }
}

async function send(graph: Client, command: TimeCommand): Promise<TimeAnswer> {
  const key = { idempotencyKey: idempotencyKey() };
  switch (command.do) {
    case 'log': {
      const input = { ...command.input, ...key };
      return (await mutate(graph, TimeEntryLogDocument, { input })).timeEntryLog;
    }
    case 'edit': {
      const input = { ...command.input, ...key };
      return (await mutate(graph, TimeEntryEditDocument, { input })).timeEntryEdit;
    }
    case 'delete': {
      const input = { ...command.input, ...key };
      return (await mutate(graph, TimeEntryDeleteDocument, { input })).timeEntryDelete;
    }
  }
}

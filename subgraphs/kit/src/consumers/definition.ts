import type { RecordedEvent } from '../domain/index.js';
import type { WriteSession } from '../events/index.js';
import { type Projection, project } from '../read/index.js';

type EventNamed<Events, Type extends keyof Events & string> = RecordedEvent<Type, Events[Type]>;

/** What happens because something happened. Runs as a service of its domain in the event's tenant. */
export interface Reaction {
  /** `<domain>.<what>`, unique: the name of its checkpoint. */
  readonly name: string;
  readonly types: readonly string[];
  readonly on: Readonly<Record<string, (event: never, tx: WriteSession) => Promise<void>>>;
}

/**
 * Declares a reaction. Its effect and its checkpoint commit together; an event may come again after a crash
 * of the handler's own outside effects, so handlers are idempotent. `Events` maps full names to payloads.
 */
export function reaction<Events>() {
  return (spec: {
    readonly name: string;
    readonly on: {
      readonly [Type in keyof Events & string]?: (
        event: EventNamed<Events, Type>,
        tx: WriteSession,
      ) => Promise<void>;
    };
  }): Reaction => ({ name: spec.name, types: Object.keys(spec.on), on: spec.on as Reaction['on'] });
}

/** A named reader of the log with a checkpoint: a reaction, or a projection of other domains' events. */
export interface ConsumerDefinition {
  readonly name: string;
  readonly types: readonly string[];
  /** Parts of the log that are worked on side by side; the events of one stream stay in one part. */
  readonly partitions: number;
  /** Takes a group of events at once, rather than one after the other under its own context. */
  readonly whole: boolean;
  /** Handles events of one tenant, in order, in one transaction. */
  handle(tx: WriteSession, events: readonly RecordedEvent[]): Promise<void>;
}

export function reactionConsumer({ name, types, on }: Reaction): ConsumerDefinition {
  return {
    name,
    types,
    partitions: 1,
    whole: false,
    async handle(tx, events) {
      for (const event of events) await on[event.type]?.(event as never, tx);
    },
  };
}

export function projectionConsumer(projection: Projection): ConsumerDefinition {
  return {
    name: projection.name,
    types: projection.types,
    partitions: 1,
    whole: true,
    handle: (tx, events) => project(tx, projection, events),
  };
}

import type { DecisionContext } from './context.js';
import type { EventCatalogue } from './events.js';
import type { Decision } from './rules.js';

/** The form every domain event has: a name from the catalogue and a payload. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/**
 * A decider: the rules of one consistency boundary, pure. `decide` says what happens, `evolve` what that
 * changes; both end in a `never` check. One stream `<name>-<id>` holds one aggregate.
 */
export interface Aggregate<State, Command, Event extends DomainEvent> {
  /** Prefix of the stream's name; kebab-case, unique in the whole log. */
  readonly name: string;
  readonly catalogue: EventCatalogue;
  /** The state before the first event. */
  readonly initial: State;
  decide(
    state: State,
    command: Command,
    ctx: DecisionContext,
  ): Decision<Event> | Promise<Decision<Event>>;
  evolve(state: State, event: Event): State;
  /** Store a snapshot each n events; for streams that grow long. Never, unless given. */
  readonly snapshotEvery?: number;
}

/** Declares an aggregate. Types are inferred from `initial`, `decide` and `evolve`. */
export function aggregate<State, Command, Event extends DomainEvent>(
  definition: Aggregate<State, Command, Event>,
): Aggregate<State, Command, Event> {
  return definition;
}

/** The state after a history. */
export function replay<State, Event extends DomainEvent>(
  { initial, evolve }: Pick<Aggregate<State, never, Event>, 'initial' | 'evolve'>,
  events: Iterable<Event>,
): State {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
}

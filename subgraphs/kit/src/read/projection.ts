import type { RecordedEvent } from '../domain/index.js';
import type { SqlRunner } from '../events/sql-runner.js';
import type { ReadTable } from './read-table.js';
import type { EntityClass } from './rows.js';

/** How one event type changes one row (or several): a pure reducer. */
export interface RowReducer<Row, Event> {
  /** The event is the first of its rows: nothing is read before them, and `apply` gets no row. */
  readonly creates?: boolean;
  /** Id of the row that the event concerns; several for an event that concerns many, none for no row. */
  key(event: Event): string | readonly string[];
  /** The row after the event: fields to set, null to delete it, undefined to leave it as it is. */
  apply(row: Row | undefined, event: Event, key: string): Partial<Row> | null | undefined;
}

/** For an event that changes rows it cannot name. Slower in a rebuild: pending rows are written before it. */
export interface SqlReducer<Event> {
  sql(tx: SqlRunner, event: Event, table: string): Promise<void>;
}

type EventNamed<Events, Type extends keyof Events & string> = RecordedEvent<Type, Events[Type]>;

export interface Projection<Row extends object = object> {
  /** `<domain>.<table>`, unique; names it in `nexus rebuild` and in health. */
  readonly name: string;
  /** `inline`: in the writing transaction, own events only. `catchup`: by a consumer, any domain's events. */
  readonly mode: 'inline' | 'catchup';
  readonly entity: EntityClass<Row>;
  readonly table: ReadTable;
  /** Property of the row's id; `id` unless given. */
  readonly key: string;
  /** Rows are written from several streams at once: they are locked while they change. */
  readonly shared: boolean;
  readonly types: readonly string[];
  readonly on: Readonly<Record<string, RowReducer<Row, never> | SqlReducer<never>>>;
}

export interface ProjectionSpec<Row extends object, Events> {
  readonly name: string;
  readonly mode: 'inline' | 'catchup';
  readonly entity: EntityClass<Row>;
  readonly table: ReadTable;
  readonly key?: keyof Row & string;
  readonly shared?: boolean;
  readonly on: {
    readonly [Type in keyof Events & string]?:
      | RowReducer<Row, EventNamed<Events, Type>>
      | SqlReducer<EventNamed<Events, Type>>;
  };
}

/**
 * Declares how a read model follows from events. `Events` maps full type names to payloads:
 * `projection<CrmEvents>()({ name: 'crm.client', … })`.
 */
export function projection<Events>() {
  return <Row extends object>(spec: ProjectionSpec<Row, Events>): Projection<Row> => ({
    key: 'id',
    shared: false,
    ...spec,
    types: Object.keys(spec.on),
    on: spec.on as Projection<Row>['on'],
  });
}

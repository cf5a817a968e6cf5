/** What one event type is: its version, its personal fields, and how older versions are read. */
export interface EventSpec<Data extends object> {
  /** Version of the payload's shape. Raised with an upcaster when the shape changes. */
  readonly version: number;
  /**
   * Fields that name or describe a person, and the field that holds the id of that person (the data subject).
   * They are stored encrypted under the subject's key; once the key is erased they read as null.
   */
  readonly personal?: {
    readonly subject: keyof Data & string;
    readonly fields: readonly (keyof Data & string)[];
  };
  /** `upcast[n]` turns a payload of version n into version n + 1. Pure. */
  readonly upcast?: Readonly<
    Record<number, (data: Record<string, unknown>) => Record<string, unknown>>
  >;
  /** Carries the payload's type only; never read at run time. */
  readonly data?: Data;
}

/** Declares one event type: `event<{ clientId: string }>()`. */
export function event<Data extends object>(
  spec: Partial<Omit<EventSpec<Data>, 'data'>> = {},
): EventSpec<Data> {
  return { version: 1, ...spec };
}

/** Any set of event types; payloads differ, so that only what all of them have is asked for. */
export type EventSpecs = Readonly<Record<string, Pick<EventSpec<object>, 'version'>>>;

type DataOf<Spec> = Spec extends EventSpec<infer Data> ? Data : never;

/** The union of a catalogue's events: `{ type, data }` each. */
export type EventOf<Specs> = {
  [Type in keyof Specs & string]: { readonly type: Type; readonly data: DataOf<Specs[Type]> };
}[keyof Specs & string];

/** A domain's event types. In the log a type is `<domain>.<Name>`, as consumers of other domains name it. */
export interface EventCatalogue<Specs = EventSpecs> {
  readonly domain: string;
  readonly specs: Specs;
}

/** Declares the events of a domain in one place, the contract towards everybody who reacts to them. */
export function defineEvents<Specs extends EventSpecs>(
  domain: string,
  specs: Specs,
): EventCatalogue<Specs> {
  return { domain, specs };
}

/** One event as the log holds it: payload and envelope. */
export interface RecordedEvent<Type extends string = string, Data = Record<string, unknown>> {
  /** `evt_…` */
  readonly id: string;
  /** `<domain>.<Name>` */
  readonly type: Type;
  readonly data: Data;
  readonly tenantId: string;
  readonly stream: string;
  /** Position within its stream, from 1. */
  readonly version: number;
  /** Opaque, ordered place in the log (see `events/cursor`). */
  readonly sequence: string;
  readonly occurredAt: Date;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string | null;
}

/** Who caused something: a person, a domain acting on its own, or nobody known. */
export interface Actor {
  readonly type: 'user' | 'service' | 'anonymous';
  /** User id, or the name of the service. */
  readonly id: string;
}

/** The recorded form of a catalogue's events, with types prefixed by the domain. */
export type RecordedOf<Domain extends string, Specs> = {
  [Type in keyof Specs & string]: RecordedEvent<`${Domain}.${Type}`, DataOf<Specs[Type]>>;
}[keyof Specs & string];

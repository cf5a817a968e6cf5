import type { Actor } from './events.js';
import type { EntityName } from './ids.js';

/** All that a decision may know of the world: the time, who acts, and where new ids come from. Nothing else. */
export interface DecisionContext {
  /** The instant of the command (UTC). */
  readonly now: Date;
  /** The calendar day of `now` in the tenant's zone. */
  readonly today: string;
  /** The tenant's IANA zone. */
  readonly timeZone: string;
  readonly actor: Actor;
  /** A fresh id with the entity's prefix. */
  newId(entity: EntityName): string;
}

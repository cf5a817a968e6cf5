import {
  type Actor,
  type Clock,
  type DecisionContext,
  type EntityName,
  encodeId,
  type IdSource,
  localDate,
  type Principal,
  type TenantId,
} from '../domain/index.js';

/** What every call into the house carries first: who, for which tenant, when, and as part of what. */
export interface Context extends DecisionContext {
  readonly tenantId: TenantId;
  readonly principal: Principal;
  readonly locale: string;
  /** Names the request in logs and errors. */
  readonly requestId: string;
  /** Names everything that came of one wish of a client, across reactions. */
  readonly correlationId: string;
  /** The event that this reacts to; null for what a client asked for. */
  readonly causationId: string | null;
  uuid(): string;
}

export interface ContextSource {
  readonly clock: Clock;
  readonly ids: IdSource;
}

export interface ContextDetail {
  readonly requestId: string;
  readonly correlationId?: string;
  readonly causationId?: string | null;
}

class PrincipalContext implements Context {
  readonly now: Date;
  readonly causationId: string | null;
  readonly correlationId: string;
  readonly requestId: string;

  constructor(
    private readonly source: ContextSource,
    readonly principal: Principal,
    { requestId, correlationId, causationId }: ContextDetail,
  ) {
    this.now = source.clock.now();
    this.requestId = requestId;
    this.correlationId = correlationId ?? requestId;
    this.causationId = causationId ?? null;
  }

  get tenantId(): TenantId {
    return this.principal.tenantId;
  }

  get timeZone(): string {
    return this.principal.timeZone;
  }

  get locale(): string {
    return this.principal.locale;
  }

  get today(): string {
    return localDate(this.now, this.timeZone);
  }

  get actor(): Actor {
    return { type: this.principal.type, id: this.principal.subject };
  }

  uuid(): string {
    return this.source.ids.uuid(this.now);
  }

  newId(entity: EntityName): string {
    return encodeId(entity, this.uuid());
  }
}

/** A context for one request, reaction or job. Its time stands still: one request, one now. */
export function createContext(
  source: ContextSource,
  principal: Principal,
  detail: ContextDetail,
): Context {
  return new PrincipalContext(source, principal, detail);
}

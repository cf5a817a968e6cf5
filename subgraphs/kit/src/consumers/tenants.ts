import { type Principal, servicePrincipal, type TenantId } from '../domain/index.js';
import type { SqlRunner } from '../events/index.js';

export interface TenantFacts {
  readonly timeZone: string;
  readonly locale: string;
  readonly currency: string;
  readonly country: string;
}

const DEFAULTS: TenantFacts = { timeZone: 'UTC', locale: 'en', currency: 'EUR', country: 'DE' };
const TTL_MS = 10_000;

/** What every domain needs to know of a tenant; kept by identity in `kit.tenant`, remembered for seconds. */
export class TenantDirectory {
  readonly #known = new Map<string, { facts: TenantFacts; until: number }>();

  constructor(private readonly reader: SqlRunner) {}

  async facts(tenantId: string): Promise<TenantFacts> {
    const known = this.#known.get(tenantId);
    if (known && known.until > Date.now()) return known.facts;
    const [row] = await this.reader.sql<{
      time_zone: string;
      locale: string;
      currency: string;
      country: string;
    }>('SELECT time_zone, locale, currency, country FROM kit.tenant WHERE tenant_id = $1', [
      tenantId,
    ]);
    if (!row) return DEFAULTS;
    const facts = {
      timeZone: row.time_zone,
      locale: row.locale,
      currency: row.currency,
      country: row.country,
    };
    this.#known.set(tenantId, { facts, until: Date.now() + TTL_MS });
    return facts;
  }

  /** The tenant's facts have changed: they are read again when next asked for. */
  forget(tenantId: string): void {
    this.#known.delete(tenantId);
  }

  /** A domain acting on its own in a tenant, with the tenant's zone and language. */
  async service(name: string, tenantId: string): Promise<Principal> {
    const { timeZone, locale } = await this.facts(tenantId);
    return { ...servicePrincipal(name, tenantId as TenantId, timeZone), locale };
  }
}

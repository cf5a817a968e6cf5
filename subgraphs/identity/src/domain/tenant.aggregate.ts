import {
  accept,
  aggregate,
  checkText,
  type Decision,
  isCurrency,
  isTimeZone,
  judge,
  oneLine,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { TenantActivated, TenantRequested } from '../../events.d.ts';
import { type TenantEvent, tenantEvents } from './tenant.events.js';

export type TenantState =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'REQUESTED'; readonly slug: string }
  | ({ readonly status: 'ACTIVE'; readonly slug: string } & Pick<
      TenantActivated,
      'locale' | 'timeZone' | 'currency'
    >);

/**
 * `Request` goes to the platform's log, where slugs are unique; `Activate` to the tenant's own, where the
 * other domains hear it. Both may be repeated: a provisioning that broke off is simply run again.
 */
export type TenantCommand =
  | { readonly type: 'Request'; readonly tenant: TenantRequested }
  | { readonly type: 'Activate'; readonly tenant: TenantActivated };

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/;
const RESERVED = new Set([
  'admin',
  'api',
  'app',
  'auth',
  'www',
  'mail',
  'nexus',
  'support',
  'status',
]);

function slugFindings({ slug, kind }: TenantRequested): Violation[] {
  const valid = SLUG.test(slug) && (!RESERVED.has(slug) || kind === 'PLATFORM');
  const message = 'A slug has 3 to 40 lower-case letters, digits and hyphens, and is not reserved.';
  return valid ? [] : [violation('SLUG_INVALID', message, { path: ['slug'] })];
}

function settingFindings({ timeZone, currency, country }: TenantActivated): Violation[] {
  const findings: Violation[] = [];
  const invalid = (field: string, what: string) =>
    findings.push(violation('INPUT_INVALID', `This is no ${what}.`, { path: [field] }));
  if (!isTimeZone(timeZone)) invalid('timeZone', 'IANA time zone');
  if (!isCurrency(currency)) invalid('currency', 'ISO 4217 currency');
  if (!/^[A-Z]{2}$/.test(country)) invalid('country', 'ISO 3166-1 country of two letters');
  return findings;
}

function evolve(state: TenantState, event: TenantEvent): TenantState {
  switch (event.type) {
    case 'TenantRequested':
      return { status: 'REQUESTED', slug: event.data.slug };
    case 'TenantActivated': {
      const { slug, locale, timeZone, currency } = event.data;
      return { status: 'ACTIVE', slug, locale, timeZone, currency };
    }
    default:
      return unreachable(event, `tenant event after ${state.status}`);
  }
}

function decide(state: TenantState, command: TenantCommand): Decision<TenantEvent> {
  switch (command.type) {
    case 'Request': {
      if (state.status !== 'ABSENT') return accept([]);
      const tenant = { ...command.tenant, name: oneLine(command.tenant.name) };
      const findings = [...checkText(tenant.name, ['name'], { max: 120 }), ...slugFindings(tenant)];
      return judge(findings, () => [{ type: 'TenantRequested', data: tenant }]);
    }
    case 'Activate': {
      if (state.status === 'ACTIVE') return accept([]);
      const tenant = { ...command.tenant, name: oneLine(command.tenant.name) };
      return judge(settingFindings(tenant), () => [{ type: 'TenantActivated', data: tenant }]);
    }
    default:
      return unreachable(command);
  }
}

/** A business running on Nexus. Stream `tenant-{id}`, in the platform's log and in its own. */
export const tenant = aggregate<TenantState, TenantCommand, TenantEvent>({
  name: 'tenant',
  catalogue: tenantEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});

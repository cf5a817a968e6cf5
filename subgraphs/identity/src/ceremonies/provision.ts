import {
  encodeId,
  PLATFORM_TENANT,
  servicePrincipal,
  type TenantId,
  violation,
} from '@nexus/kit/domain';
import { type Context, createContext, type Kernel, Refusal, write } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import type { MembershipKind, TenantKind } from '../../events.d.ts';
import { membership } from '../domain/membership.aggregate.js';
import { tenant } from '../domain/tenant.aggregate.js';
import { accountByEmail } from '../guards/account.guard.js';
import { takeSeat } from '../guards/invite.js';
import { linkMembership } from '../guards/membership-link.guard.js';
import { choosePassword } from './choose-password.js';
import { registerAccount } from './register-account.js';

/** A composition root, a seed or a command line: whoever acts for the operator. */
export type House = Pick<SubgraphRuntime, 'kernel'>;

export interface NewTenant {
  readonly name: string;
  /** 3 to 40 lower-case letters, digits, hyphens; unique. */
  readonly slug: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly locale: string;
  readonly currency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BUSINESS unless given. */
  readonly kind?: TenantKind;
  /** A UUID chosen by the caller; a fresh one unless given. */
  readonly tenantId?: TenantId;
}

/**
 * Makes a tenant: its slug with the platform, its facts and `TenantActivated` with itself. May be repeated with
 * the same `tenantId` after it broke off. Throws Refusal: SLUG_INVALID, SLUG_TAKEN, INPUT_INVALID.
 */
export async function provisionTenant(
  { kernel }: House,
  wish: NewTenant,
): Promise<{ tenantId: TenantId; id: string }> {
  const { name, slug, timeZone, locale, currency, country, kind = 'BUSINESS' } = wish;
  const tenantId = wish.tenantId ?? (kernel.ids.uuid(kernel.clock.now()) as TenantId);
  const id = encodeId('Tenant', tenantId);
  await write(kernel, operator(kernel, PLATFORM_TENANT), async (tx) => {
    await tx.run(tenant, id, { type: 'Request', tenant: { tenantId: id, name, slug, kind } });
    if (!(await tx.reserve('identity.slug', slug, id))) {
      tx.refuse(violation('SLUG_TAKEN', 'Another tenant has this slug.', { path: ['slug'] }));
    }
  });
  await write(kernel, operator(kernel, tenantId), async (tx) => {
    await tx.sql(
      `INSERT INTO kit.tenant (tenant_id, time_zone, locale, currency, country) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id) DO UPDATE SET time_zone = EXCLUDED.time_zone, locale = EXCLUDED.locale,
         currency = EXCLUDED.currency, country = EXCLUDED.country`,
      [tenantId, timeZone, locale, currency, country],
    );
    const facts = { tenantId: id, name, slug, kind, timeZone, locale, currency, country };
    await tx.run(tenant, id, { type: 'Activate', tenant: facts });
  });
  return { tenantId, id };
}

/** The operator's own tenant, under its fixed id. May be repeated. */
export async function provisionPlatform(house: House): Promise<void> {
  await provisionTenant(house, {
    tenantId: PLATFORM_TENANT,
    kind: 'PLATFORM',
    name: 'Nexus',
    slug: 'platform',
    timeZone: 'UTC',
    locale: 'en',
    currency: 'EUR',
    country: 'DE',
  });
}

/** The tenant behind a slug, if there is one. */
export async function tenantBySlug(house: House, slug: string): Promise<string | undefined> {
  const rows = await readPlatform(house, (tx) =>
    tx.sql<{ id: string }>('SELECT id FROM identity.tenant_entry WHERE slug = $1', [slug]),
  );
  return rows[0]?.id;
}

export interface NewMember {
  readonly tenantId: TenantId;
  readonly email: string;
  readonly name: string;
  /** Kept by all password rules; not looked at where the address has an account already. */
  readonly password: string;
  readonly kind: MembershipKind;
  readonly roles: readonly string[];
  /** For CLIENT members. */
  readonly clientId?: string | null;
  readonly contactId?: string | null;
}

/**
 * Makes an account where the address has none, and its membership in a tenant, without an invitation: for
 * seeding and for the operator. Throws Refusal (PASSWORD_…, ROLE_…, MEMBER_EXISTS, EMAIL_INVALID).
 */
export async function createUserWithMembership(
  { kernel }: House,
  wish: NewMember,
): Promise<{ userId: string; membershipId: string }> {
  const { tenantId, email, name, kind, roles, clientId = null, contactId = null } = wish;
  const userId = await ensureAccount(kernel, wish);
  const ctx = operator(kernel, tenantId);
  const membershipId = ctx.newId('Membership');
  await write(kernel, ctx, async (tx) => {
    if (!(await takeSeat(tx, { email, kind, clientId }, membershipId))) {
      tx.refuse(
        violation('MEMBER_EXISTS', 'This person is a member or invited already.', {
          path: ['email'],
        }),
      );
    }
    await tx.run(membership, membershipId, {
      type: 'Join',
      member: { membershipId, userId, kind, clientId, contactId, roles, name, email },
      grantor: { type: 'service', roles: [], scopes: [], conditions: {} },
    });
    await linkMembership(tx, membershipId);
  });
  return { userId, membershipId };
}

async function ensureAccount(
  kernel: Kernel,
  { email, name, password }: NewMember,
): Promise<string> {
  const { keys } = kernel.events;
  const existing = await readPlatform({ kernel }, (tx) => accountByEmail(tx, keys, email));
  if (existing) return existing.id;
  const passwordHash = await choosePassword(keys, { password, email, name });
  const ctx = operator(kernel, PLATFORM_TENANT);
  const userId = ctx.newId('User');
  await write(kernel, ctx, (tx) =>
    registerAccount(tx, { userId, email, name, passwordHash, via: 'OPERATOR' }),
  );
  return userId;
}

/** First steps of an installation without a demo: the platform, and somebody who runs it. May be repeated. */
export async function bootstrapOperator(
  house: House,
  who: Pick<NewMember, 'email' | 'name' | 'password'>,
): Promise<{ userId: string } | undefined> {
  await provisionPlatform(house);
  try {
    const member = {
      ...who,
      tenantId: PLATFORM_TENANT,
      kind: 'OPERATOR',
      roles: ['PLATFORM_ADMIN'],
    } as const;
    return await createUserWithMembership(house, member);
  } catch (error) {
    if (error instanceof Refusal && error.errors.some(({ rule }) => rule === 'MEMBER_EXISTS'))
      return undefined;
    throw error;
  }
}

function operator(kernel: Kernel, tenantId: TenantId): Context {
  return createContext(kernel, servicePrincipal('identity', tenantId), {
    requestId: 'provisioning',
  });
}

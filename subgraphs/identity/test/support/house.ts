import { crm } from '@nexus/crm';
import {
  anonymousPrincipal,
  PLATFORM_TENANT,
  type Principal,
  servicePrincipal,
  type TenantId,
} from '@nexus/kit/domain';
import { Adapters } from '@nexus/kit/graph';
import { openTestHouse, type TestCaller, type TestHouse } from '@nexus/kit/testing';
import {
  bootstrapOperator,
  createPrincipalResolver,
  createUserWithMembership,
  identity,
  keepMail,
  type MailTransport,
  mailPort,
  type NewMember,
  type PrincipalResolver,
  provisionTenant,
  sinkTransport,
} from '../../src/index.js';

export const PASSWORD = 'correct horse battery staple';

export interface Tokens {
  readonly id: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly deviceToken: string | null;
  readonly expiresAt: string;
}
export interface UserErrorData {
  readonly code: string;
  readonly rule: string;
  readonly message: string;
  readonly path: string[] | null;
}
interface Begun {
  readonly session: Tokens | null;
  readonly errors: UserErrorData[];
}

const TOKENS =
  'session { id accessToken refreshToken deviceToken expiresAt } errors { code rule message path }';

/** A tenant with an administrator, a house around it, and the ways in. */
export interface IdentityHouse extends TestHouse {
  readonly tenantId: TenantId;
  readonly principals: PrincipalResolver;
  readonly anonymous: TestCaller;
  member(
    wish: Partial<NewMember> & Pick<NewMember, 'email' | 'name'>,
  ): Promise<{ userId: string; membershipId: string }>;
  signIn(email: string, password?: string, more?: object): Promise<Begun>;
  refresh(refreshToken: string, more?: object): Promise<Begun>;
  /** Signs in and acts as that person, as the host would resolve the token. */
  asPerson(email: string): Promise<{ caller: TestCaller; principal: Principal; tokens: Tokens }>;
  /** Sends what is due, as the job does from time to time. */
  deliver(): Promise<void>;
  /** The token of the newest mail to an address, as the operator reads it. */
  tokenMailedTo(email: string): Promise<string>;
}

/** By the house's own sink, unless mails go elsewhere. */
export async function openIdentityHouse(mail?: MailTransport): Promise<IdentityHouse> {
  const transport =
    mail ??
    sinkTransport({
      from: 'Nexus <nexus@test>',
      pages: 'http://test/sign-in',
      keep: async (arrived) => {
        await house.write(servicePrincipal('identity', PLATFORM_TENANT), (tx) =>
          keepMail(tx, tx.keys, arrived, tx.ctx.now),
        );
      },
    });
  const adapters = new Adapters().provide(mailPort, transport);
  const house: TestHouse = await openTestHouse({ subgraphs: [identity, crm], adapters });
  await bootstrapOperator(house, {
    email: 'op@platform.test',
    name: 'Olga Operator',
    password: PASSWORD,
  });
  const { tenantId } = await provisionTenant(house, {
    name: 'Kiln & Co',
    slug: 'kiln',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    currency: 'EUR',
    country: 'DE',
  });
  const principals = createPrincipalResolver(house.runtime);
  const anonymous = house.as(anonymousPrincipal(PLATFORM_TENANT));
  const member: IdentityHouse['member'] = (wish) =>
    createUserWithMembership(house, {
      tenantId,
      password: PASSWORD,
      kind: 'STAFF',
      roles: ['EMPLOYEE'],
      ...wish,
    });
  await member({ email: 'ada@kiln.test', name: 'Ada Admin', roles: ['TENANT_ADMIN'] });
  const signIn: IdentityHouse['signIn'] = async (email, password = PASSWORD, more = {}) => {
    const { sessionCreate } = await anonymous.ask<{ sessionCreate: Begun }>(
      `mutation($input: SessionCreateInput!) { sessionCreate(input: $input) { ${TOKENS} } }`,
      { input: { email, password, ...more } },
    );
    return sessionCreate;
  };
  const asPerson: IdentityHouse['asPerson'] = async (email) => {
    const { session } = await signIn(email);
    if (!session) throw new RangeError(`${email} cannot sign in`);
    const principal = await principals.resolve(session.accessToken);
    if (!principal) throw new RangeError(`${email} has no principal`);
    return { caller: house.as(principal), principal, tokens: session };
  };
  const deliver = async () => {
    await identity.jobs
      ?.find(({ name }) => name === 'identity.deliver-mail')
      ?.run(house.runtime, {});
  };
  return {
    ...house,
    deliver,
    tenantId,
    principals,
    anonymous,
    member,
    signIn,
    asPerson,
    async refresh(refreshToken, more = {}) {
      const { sessionRefresh } = await anonymous.ask<{ sessionRefresh: Begun }>(
        `mutation($input: SessionRefreshInput!) { sessionRefresh(input: $input) { ${TOKENS} } }`,
        { input: { refreshToken, ...more } },
      );
      return sessionRefresh;
    },
    async tokenMailedTo(email) {
      await deliver();
      const { caller } = await asPerson('op@platform.test');
      const { devMailbox } = await caller.ask<{ devMailbox: { nodes: { token: string }[] } }>(
        'query($to: String!) { devMailbox(to: $to, first: 1) { nodes { token } } }',
        { to: email },
      );
      return devMailbox.nodes[0]?.token ?? '';
    },
    async close() {
      principals.close();
      await transport.close();
      await house.close();
    },
  };
}

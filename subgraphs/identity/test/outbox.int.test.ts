import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PLATFORM_TENANT, servicePrincipal } from '@nexus/kit/domain';
import { ReadSession } from '@nexus/kit/read';
import { testTenant } from '@nexus/kit/testing';
import { outboxCounts, outboxOf, resendMail, smtpTransport } from '../src/index.js';
import { type IdentityHouse, openIdentityHouse } from './support/house.js';
import { type MailServer, openMailServer } from './support/mail-server.js';

let house: IdentityHouse;
let server: MailServer;
beforeAll(async () => {
  server = await openMailServer();
  house = await openIdentityHouse(
    smtpTransport({
      url: server.url,
      from: 'Kiln <office@kiln.test>',
      pages: 'https://kiln.test/sign-in',
    }),
  );
});
afterAll(async () => {
  await house.close();
  await server.stop();
});
beforeEach(() => server.refuse(undefined));

const onPlatform = async <Result>(work: (read: ReadSession) => Promise<Result>) => {
  const read = new ReadSession(house.kernel, { tenantId: PLATFORM_TENANT, clientId: null });
  try {
    return await work(read);
  } finally {
    await read.close();
  }
};
const receivedBy = (address: string) => server.received.filter(({ to }) => to === address);
const invite = async (email: string) => {
  const { caller } = await house.asPerson('ada@kiln.test');
  await caller.ask(
    `mutation($email: EmailAddress!) { memberInvite(input: { email: $email, name: "Nina", roles: ["EMPLOYEE"] }) { errors { rule } } }`,
    { email },
  );
};
const resend = (id: string, tenantId = house.tenantId) =>
  house.write(servicePrincipal('operations', PLATFORM_TENANT), (tx) =>
    resendMail(tx, tenantId, id, house.clock.now()),
  );

describe('a mail in the outbox', () => {
  it('is handed to the mail server as any reader expects it, and then forgotten', async () => {
    await invite('olga@kiln.test');
    await house.deliver();
    const [mail] = receivedBy('olga@kiln.test');
    expect(mail).toMatchObject({ from: 'office@kiln.test', to: 'olga@kiln.test' });
    expect(mail?.messageId).toMatch(/^<mai_[a-z0-9]+@kiln\.test>$/);
    expect(mail?.text).toContain('https://kiln.test/sign-in/accept#token=');
    expect(await onPlatform(outboxCounts)).toEqual([]);
    await house.deliver();
    expect(receivedBy('olga@kiln.test')).toHaveLength(1);
    const { caller } = await house.asPerson('ada@kiln.test');
    expect(await caller.ask('{ devMailbox { nodes { to } } }')).toEqual({ devMailbox: null });
  });

  it('keeps why it was refused without the address, for its tenant alone, until it is sent', async () => {
    server.refuse('<%>: % is unknown');
    await invite('nina@kiln.test');
    await house.deliver();
    const [mail] = await onPlatform((read) => outboxOf(read, house.tenantId, 10));
    expect(mail).toMatchObject({ attempts: 1 });
    expect(mail?.lastError).toContain('<address>: <address> is unknown');
    expect(mail?.lastError).not.toContain('nina');
    expect(mail?.lastErrorAt).toBeInstanceOf(Date);
    expect(await onPlatform((read) => outboxOf(read, testTenant(9), 10))).toEqual([]);
    expect(await onPlatform(outboxCounts)).toMatchObject([
      { tenantId: house.tenantId, pending: 1, failing: 1 },
    ]);

    server.refuse(undefined);
    await house.deliver();
    expect(receivedBy('nina@kiln.test')).toEqual([]);
    expect(await resend(mail?.id ?? '', testTenant(9))).toBe(false);
    expect(await resend(mail?.id ?? '')).toBe(true);
    await house.deliver();
    expect(receivedBy('nina@kiln.test')).toHaveLength(1);
    expect(await onPlatform(outboxCounts)).toEqual([]);
  });

  it('waits while the mail server is away, and leaves once it is back', async () => {
    await server.stop();
    await invite('piet@kiln.test');
    await invite('quinn@kiln.test');
    await house.deliver();
    // The server did not answer at all: the second was not even tried.
    const [waiting, untried] = await onPlatform((read) => outboxOf(read, house.tenantId, 10));
    expect(waiting).toMatchObject({ attempts: 1 });
    expect(waiting?.lastError).toContain('ECONNREFUSED');
    expect(untried).toMatchObject({ attempts: 0 });
    await server.start();
    house.clock.advance(61_000);
    await house.deliver();
    expect(receivedBy('piet@kiln.test')).toHaveLength(1);
    expect(receivedBy('quinn@kiln.test')).toHaveLength(1);
    expect(await onPlatform(outboxCounts)).toEqual([]);
  });

  it('is sent by one process at a time, and again where that one died meanwhile', async () => {
    await invite('rosa@kiln.test');
    await Promise.all([house.deliver(), house.deliver(), house.deliver()]);
    expect(receivedBy('rosa@kiln.test')).toHaveLength(1);

    await invite('sven@kiln.test');
    const claim = (until: Date) =>
      house.database.sql('UPDATE identity.mail SET claimed_until = $1', [until]);
    await claim(new Date(house.clock.now().getTime() + 60_000));
    const [taken] = await onPlatform((read) => outboxOf(read, house.tenantId, 10));
    await resend(taken?.id ?? '');
    await house.deliver();
    expect(receivedBy('sven@kiln.test')).toEqual([]);
    house.clock.advance(61_000);
    await house.deliver();
    expect(receivedBy('sven@kiln.test')).toHaveLength(1);
  });
});

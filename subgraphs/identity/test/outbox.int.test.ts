import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PLATFORM_TENANT, servicePrincipal } from '@nexus/kit/domain';
import { ReadSession } from '@nexus/kit/read';
import { testTenant } from '@nexus/kit/testing';
import { identity, outboxCounts, outboxOf, resendMail } from '../src/index.js';
import { type IdentityHouse, openIdentityHouse } from './support/house.js';

let house: IdentityHouse;
let refusing = true;
const sent: string[] = [];
beforeAll(async () => {
  house = await openIdentityHouse({
    kind: 'smtp',
    pages: 'https://kiln.test/sign-in',
    async send({ to }) {
      if (refusing) throw new RangeError(`550 <${to}>: ${to} is unknown`);
      sent.push(to);
    },
  });
});
afterAll(() => house.close());

const onPlatform = async <Result>(work: (read: ReadSession) => Promise<Result>) => {
  const read = new ReadSession(house.kernel, { tenantId: PLATFORM_TENANT, clientId: null });
  try {
    return await work(read);
  } finally {
    await read.close();
  }
};
const deliver = () =>
  identity.jobs?.find(({ name }) => name === 'identity.deliver-mail')?.run(house.runtime, {});

it('keeps why a mail was refused without the address, for its tenant alone, until it is sent', async () => {
  const { caller } = await house.asPerson('ada@kiln.test');
  await caller.ask(
    `mutation { memberInvite(input: { email: "nina@kiln.test", name: "Nina", roles: ["EMPLOYEE"] }) { errors { rule } } }`,
  );
  await deliver();
  const [mail] = await onPlatform((read) => outboxOf(read, house.tenantId, 10));
  expect(mail).toMatchObject({ attempts: 1, lastError: '550 <address>: <address> is unknown' });
  expect(mail?.lastErrorAt).toBeInstanceOf(Date);
  expect(await onPlatform((read) => outboxOf(read, testTenant(9), 10))).toEqual([]);
  expect(await onPlatform(outboxCounts)).toMatchObject([
    { tenantId: house.tenantId, pending: 1, failing: 1 },
  ]);

  refusing = false;
  await deliver();
  expect(sent).toEqual([]);
  const resend = (tenantId: typeof house.tenantId) =>
    house.write(servicePrincipal('operations', PLATFORM_TENANT), (tx) =>
      resendMail(tx, tenantId, mail?.id ?? '', house.clock.now()),
    );
  expect(await resend(testTenant(9))).toBe(false);
  expect(await resend(house.tenantId)).toBe(true);
  await deliver();
  expect(sent).toEqual(['nina@kiln.test']);
  expect(await onPlatform(outboxCounts)).toEqual([]);
});

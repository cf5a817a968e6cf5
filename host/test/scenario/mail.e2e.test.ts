import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type MailServer,
  openMailServer,
  type Received,
} from '../../../subgraphs/identity/test/support/mail-server.js';
import type { Caller } from '../support/caller.js';
import { eventually } from '../support/eventually.js';
import { type House, openHouse } from '../support/house.js';
import { joinPortal, type Portal } from '../support/portal.js';
import { finalized, key, newClient, newDraft } from '../support/work.js';

const MAILS = '{ devMailbox { nodes { to from subject text } } }';
interface Mailbox {
  readonly devMailbox: { readonly nodes: readonly Received[] } | null;
}

/** One invoice of a client, sent by mail and then paid by the person who pays for that client. */
async function invoiceAndPay(house: House, clientId: string, payer: Portal, to: string) {
  const finance = await house.as('finance');
  const invoice = await finalized(finance, await newDraft(finance, clientId));
  await finance.do(
    'invoiceSend',
    { id: invoice.id, to: [to], message: 'Dear client' },
    'invoice { id }',
  );
  const { payment } = await payer.caller.do<{ payment: { id: string } }>(
    'invoicePay',
    { id: invoice.id, method: { sandbox: 'tok_visa' }, idempotencyKey: key() },
    'payment { id }',
  );
  return { ...invoice, paymentId: payment.id };
}

describe('mails without a mail server', () => {
  let house: House;
  let admin: Caller;
  beforeAll(async () => {
    house = await openHouse();
    admin = await house.as('admin');
  }, 180_000);
  afterAll(() => house?.close(), 60_000);

  it('arrive in the mailbox of their tenant: invitation, invoice and receipt', async () => {
    const clientId = await newClient(await house.as('manager'));
    const payer = await joinPortal(house, clientId, { billing: true });
    const { id, number, paymentId } = await invoiceAndPay(house, clientId, payer, 'ap@orion.test');
    const mails = await eventually(async () => {
      const { devMailbox } = await admin.query<Mailbox>(MAILS);
      const nodes = devMailbox?.nodes ?? [];
      return nodes.some(({ subject }) => subject.includes('Quittung')) ? nodes : undefined;
    });
    expect(mails.find(({ to }) => to === 'ap@orion.test')).toMatchObject({
      from: 'Nexus <nexus@localhost>',
      subject: expect.stringMatching(new RegExp(`: ${number}$`)),
      text: expect.stringMatching(new RegExp(`Dear client[^]*/client/invoices/${id}$`)),
    });
    const [receipt, invitation] = mails.filter(({ to }) => to === payer.email);
    expect(receipt?.subject).toMatch(new RegExp(`Quittung zu ${number}$`));
    expect(receipt?.text).toMatch(new RegExp(`/client/invoices/${id}/receipts/${paymentId}$`));
    expect(invitation?.text).toContain('/sign-in/accept#token=');
    const south = await house.as('admin', 'south');
    const theirs = (await south.query<Mailbox>(MAILS)).devMailbox?.nodes ?? [];
    const ours = new Set(mails.map(({ to }) => to));
    expect(theirs.filter(({ to }) => ours.has(to))).toEqual([]);
  }, 60_000);
});

describe('mails with a mail server', () => {
  let server: MailServer;
  let house: House;
  let admin: Caller;
  beforeAll(async () => {
    server = await openMailServer();
    house = await openHouse({
      NEXUS_SMTP_URL: server.url,
      NEXUS_MAIL_FROM: 'Kiln <office@kiln.test>',
    });
    admin = await house.as('admin');
  }, 180_000);
  afterAll(async () => {
    await house?.close();
    await server?.stop();
  }, 60_000);

  const invite = (email: string) =>
    admin.do('memberInvite', { email, name: 'Nina', roles: ['EMPLOYEE'] }, 'invitation { id }');
  const health = async () =>
    (
      await admin.query<{
        health: {
          mail: {
            isSending: boolean;
            mails: { id: string; attempts: number; lastError: string }[];
          };
        };
      }>('{ health { mail { isSending mails { id attempts lastError } } } }')
    ).health.mail;

  it('leave by it, once, and are in no mailbox; its password is in no log', async () => {
    await invite('nina@kiln.test');
    const [mail] = await eventually(() =>
      Promise.resolve(server.received.length > 0 ? server.received : undefined),
    );
    expect(mail).toMatchObject({ from: 'office@kiln.test', to: 'nina@kiln.test' });
    expect(await admin.query(MAILS)).toEqual({ devMailbox: null });
    expect(await health()).toEqual({ isSending: true, mails: [] });
    expect(house.nexus.said()).not.toMatch(/p4ss/);
  }, 60_000);

  it('wait while it is away, which Health tells, and leave when it is back', async () => {
    await server.stop();
    await invite('olaf@kiln.test');
    const waiting = await eventually(async () => {
      const [mail] = (await health()).mails;
      return mail && mail.attempts > 0 ? mail : undefined;
    });
    expect(waiting.lastError).toContain('ECONNREFUSED');
    await server.start();
    await admin.do('mailResend', { id: waiting.id }, 'id');
    await eventually(() =>
      Promise.resolve(server.received.some(({ to }) => to === 'olaf@kiln.test') || undefined),
    );
    expect(server.received.filter(({ to }) => to === 'olaf@kiln.test')).toHaveLength(1);
    await eventually(async () => ((await health()).mails.length === 0 ? true : undefined));
  }, 60_000);
});

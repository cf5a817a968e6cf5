import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TenantId } from '@nexus/kit/domain';
import { createTransport } from 'nodemailer';
import type { ArrivedMail, MailTransport } from '../src/domain/mail.js';
import { sinkTransport } from '../src/index.js';

const TENANT = '0198c0de-1000-7000-8000-000000000001' as TenantId;

let sink: MailTransport;
let port = 0;
let isFull = false;
const kept: ArrivedMail[] = [];
beforeAll(() => {
  sink = sinkTransport({
    from: 'Nexus <nexus@localhost>',
    pages: 'http://test/sign-in',
    onListening: (at) => {
      port = at;
    },
    async keep(mail) {
      if (isFull) throw new RangeError('no room');
      kept.push(mail);
    },
  });
});
afterAll(() => sink.close());

const mail = {
  id: 'mail_1',
  tenantId: TENANT,
  to: 'Zoë@kiln.test',
  subject: 'Grüße, und ein Betreff, der länger ist als eine Zeile einer Mail es je sein dürfte, €',
  text: `Guten Tag,\n\n.Ein Punkt am Anfang.\n${'lang '.repeat(300)}\n\nhttp://test/x#token=${'t'.repeat(43)}`,
};

it('receives what was sent, letter by letter', async () => {
  await sink.send(mail);
  await sink.send({ ...mail, id: 'mail_2', tenantId: null });
  expect(kept).toEqual([
    { ...mail, from: 'Nexus <nexus@localhost>' },
    { ...mail, id: 'mail_2', tenantId: null, from: 'Nexus <nexus@localhost>' },
  ]);
});

it('does not say that it has what it could not keep', async () => {
  isFull = true;
  await expect(sink.send(mail)).rejects.toMatchObject({ responseCode: 451 });
  isFull = false;
});

it('takes mails from this process alone', async () => {
  const letter = { from: 'x@y.test', to: 'z@y.test', subject: 's', text: 't' };
  const before = kept.length;
  for (const auth of [undefined, { user: 'nexus', pass: 'guess' }]) {
    const stranger = createTransport({ host: '127.0.0.1', port, ...(auth && { auth }) });
    await expect(stranger.sendMail(letter)).rejects.toThrow(
      /^(Mail command failed: 530|Invalid login: 535)/,
    );
    stranger.close();
  }
  expect(kept).toHaveLength(before);
});

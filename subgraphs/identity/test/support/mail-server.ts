import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a mail server was handed, as a reader's program understands it. */
export interface Received {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A real mail server on the loopback, somebody else's. */
export interface MailServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Why it refuses every mail; undefined to take them. */
  refuse(reason: string | undefined): void;
  /** Goes away; `start` brings it back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const USER = 'firm';
const PASSWORD = 'p4ss w:rd/';

export async function openMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  let reason: string | undefined;
  let server: SMTPServer | undefined;
  let port = 0;
  const start = async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      closeTimeout: 500,
      onAuth({ username, password }, _session, answer) {
        if (username === USER && password === PASSWORD) answer(null, { user: USER });
        else answer(new Error('Who are you?'));
      },
      onRcptTo({ address }, _session, answer) {
        if (!reason) return answer();
        answer(Object.assign(new Error(reason.replaceAll('%', address)), { responseCode: 550 }));
      },
      async onData(stream, _session, answer) {
        const mail = await PostalMime.parse(await buffer(stream));
        received.push({
          messageId: mail.messageId ?? '',
          from: mail.from?.address ?? '',
          to: mail.to?.[0]?.address ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
        });
        answer(null);
      },
    });
    const listening = server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    port = (listening.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    received,
    refuse: (why) => {
      reason = why;
    },
    stop: () => new Promise((resolve) => server?.close(() => resolve())),
    start,
  };
}

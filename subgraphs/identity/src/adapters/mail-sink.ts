import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { TenantId } from '@nexus/kit/domain';
import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { ArrivedMail, Mail, MailTransport } from '../domain/mail.js';
import { smtpTransport } from './smtp.js';

/** Whose mail it is; a header that counts only from somebody who knows the sink's secret. */
const TENANT_HEADER = 'x-nexus-tenant';
const USER = 'nexus';
const MOST_BYTES = 5_000_000;

export interface SinkOptions {
  /** See `SmtpOptions`. */
  readonly from: string;
  readonly pages: string;
  /** Keeps what arrives. A throw means that it was not kept, and is sent again later. */
  readonly keep: (mail: ArrivedMail) => Promise<void>;
  /** Hears where the sink listens, once it does. */
  readonly onListening?: (port: number) => void;
}

/**
 * A mail server of this process's own in place of a real one. Mails go the same way as to any other; what arrives is
 * read as any reader would and kept. It listens on the loopback from the first mail on and knows one user, whose
 * password is made anew in every process: nobody else can put a mail into it.
 */
export function sinkTransport(options: SinkOptions): MailTransport {
  let opened: Promise<Sink> | undefined;
  const open = () => {
    // A sink that cannot listen is tried again with the next mail.
    opened ??= openSink(options).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    pages: options.pages,
    endsInMailbox: true,
    async send(mail) {
      await (await open()).transport.send(mail);
    },
    async close() {
      const sink = await opened;
      await sink?.transport.close();
      await sink?.close();
    },
  };
}

interface Sink {
  readonly transport: MailTransport;
  close(): Promise<void>;
}

async function openSink({ from, pages, keep, onListening }: SinkOptions): Promise<Sink> {
  const secret = randomBytes(32).toString('base64url');
  const server = new SMTPServer({
    banner: 'Nexus mailbox of development',
    // The loopback is the wire: there is nothing to encrypt for.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: MOST_BYTES,
    closeTimeout: 1_000,
    onAuth({ username, password }, _session, answer) {
      if (username === USER && isSame(password, secret)) answer(null, { user: USER });
      else answer(new Error('Not yours.'));
    },
    onData(stream, _session, answer) {
      buffer(stream)
        .then(read)
        .then(keep)
        .then(
          () => answer(null),
          () => answer(Object.assign(new Error('Try again later.'), { responseCode: 451 })),
        );
    },
  });
  // A connection that breaks is the sender's to see, and to try again.
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  onListening?.(port);
  return {
    transport: smtpTransport({
      url: `smtp://${USER}:${secret}@127.0.0.1:${port}`,
      from,
      pages,
      headers: ({ tenantId }: Mail): Record<string, string> =>
        tenantId ? { [TENANT_HEADER]: tenantId } : {},
    }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function isSame(given: string | null | undefined, secret: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function read(raw: Buffer): Promise<ArrivedMail> {
  const {
    messageId = '',
    from,
    to = [],
    subject = '',
    text = '',
    headers,
  } = await PostalMime.parse(raw);
  const tenant = headers.find(({ key }) => key === TENANT_HEADER)?.value;
  return {
    id: messageId.replace(/^<|@.*$/g, ''),
    tenantId: (tenant as TenantId | undefined) ?? null,
    from: from ? shown(from) : '',
    to: to.map(shown).join(', '),
    subject,
    text: text.replace(/\n+$/, ''),
  };
}

function shown({ name, address }: Address): string {
  if (!address) return name;
  return name ? `${name} <${address}>` : address;
}

import { createTransport } from 'nodemailer';
import type { Mail, MailTransport } from '../domain/mail.js';

/** Silence longer than this at any step ends the try. */
const TIMEOUT_MS = 15_000;

export interface SmtpOptions {
  /** `smtps://user:password@mail.example:465` */
  readonly url: string;
  /** `Nexus <nexus@firm.example>` */
  readonly from: string;
  /** See `MailTransport`. */
  readonly pages: string;
  /** Headers beside the usual ones. */
  readonly headers?: (mail: Mail) => Record<string, string>;
}

/** Hands mails to an SMTP server. A mail that is sent again has the same message id. */
export function smtpTransport({ url, from, pages, headers }: SmtpOptions): MailTransport {
  const transporter = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    // What a mail says is ours: it never makes us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const house = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    pages,
    endsInMailbox: false,
    async send(mail) {
      const { id, to, subject, text } = mail;
      await transporter.sendMail({
        ...{ from, to, subject, text },
        messageId: `<${id}@${house}>`,
        ...(headers && { headers: headers(mail) }),
      });
    },
    async close() {
      transporter.close();
    },
  };
}

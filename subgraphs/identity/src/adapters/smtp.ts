import { createTransport } from 'nodemailer';
import type { MailTransport } from '../domain/mail.js';

const TIMEOUT_MS = 15_000;

/** Hands mails to an SMTP server, `smtps://user:password@mail.example:465`. @param pages see `MailTransport` */
export function smtpTransport(url: string, from: string, pages: string): MailTransport {
  const transporter = createTransport(url, { from });
  return {
    kind: 'smtp',
    pages,
    async send(mail) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new RangeError('The mail server did not answer in time')),
          TIMEOUT_MS,
        );
      });
      try {
        await Promise.race([transporter.sendMail({ from, ...mail }), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

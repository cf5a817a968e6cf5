import { port } from '@nexus/kit/graph';
import type { MailTransport } from '../domain/mail.js';

/** How mails leave the house: `smtpTransport(url)`, or `{ kind: 'mailbox' }` in demo and development. */
export const mailPort = port<MailTransport>('identity.mail');

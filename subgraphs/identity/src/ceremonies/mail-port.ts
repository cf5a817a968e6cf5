import { port } from '@nexus/kit/graph';
import type { MailTransport } from '../domain/mail.js';

/** How mails leave the house: `smtpTransport(…)`, or `sinkTransport(…)` in demo and development. */
export const mailPort = port<MailTransport>('identity.mail');

import type { TenantId } from '@nexus/kit/domain';

export interface Mail {
  /** Of the outbox; the message's own id is made of it, so that a mail sent twice is known as one. */
  readonly id: string;
  /** Whose mail it is; null for mails of no tenant. */
  readonly tenantId: TenantId | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The page before a session that a token in a mail opens. */
export type MailPage = 'accept' | 'reset';

/** How mails leave the house: `smtpTransport(…)`, or `sinkTransport(…)` where no mail server is configured. */
export interface MailTransport {
  /** Address of the pages before a session, `https://nexus.example/sign-in`: links in mails lead there. */
  readonly pages: string;
  /** Whether mails end in the mailbox of development, where administrators read them, and not with people. */
  readonly endsInMailbox: boolean;
  /** Resolves once the mail is handed over. A throw means: try again later. */
  send(mail: Mail): Promise<void>;
  /** Lets go of what it holds. It can send no more. */
  close(): Promise<void>;
}

/** A mail as the sink received it. */
export interface ArrivedMail {
  readonly id: string;
  readonly tenantId: TenantId | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * The text with its token as a link. The token stands behind `#`, where no server and no log sees it. A mail that
 * opens no page stays as it is.
 */
export function withLink(
  { text, token, page }: { text: string; token: string | null; page?: MailPage | undefined },
  pages: string,
): string {
  return token && page ? text.replace(token, `${pages}/${page}#token=${token}`) : text;
}

/** The token that the link in a mail brings, null where it brings none. */
export function tokenIn(text: string): string | null {
  return /#token=([\w-]+)/.exec(text)?.[1] ?? null;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The page before a session that a token in a mail opens. */
export type MailPage = 'accept' | 'reset';

/**
 * How mails leave the house. Without one they stay in the mailbox of development, where administrators read
 * them in the graph.
 */
export type MailTransport = {
  /** Address of the pages before a session, `https://nexus.example/sign-in`: links in mails lead there. */
  readonly pages: string;
} & (
  | { readonly kind: 'mailbox' }
  | {
      readonly kind: 'smtp';
      /** Resolves once the mail is handed over. A throw means: try again later. */
      send(mail: Mail): Promise<void>;
    }
);

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

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * How mails leave the house. Without one they stay in the mailbox of development, where administrators read
 * them in the graph.
 */
export type MailTransport =
  | { readonly kind: 'mailbox' }
  | {
      readonly kind: 'smtp';
      /** Resolves once the mail is handed over. A throw means: try again later. */
      send(mail: Mail): Promise<void>;
    };

/** Text with structure, as the editor keeps it: JSON, never HTML. */
export interface RichTextDocument {
  readonly type: 'doc';
  readonly content?: readonly RichTextNode[] | undefined;
}

export interface RichTextNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly RichTextMark[] | undefined;
  readonly content?: readonly RichTextNode[] | undefined;
}

export interface RichTextMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** Reads what a text field of the graph holds: a document as JSON, or plain text, a paragraph for each line. */
export function readRichText(text: string | null | undefined): RichTextDocument {
  if (!text) return { type: 'doc' };
  if (text.startsWith('{"type":"doc"')) {
    try {
      return JSON.parse(text) as RichTextDocument;
    } catch {
      // Looks like one and is none: shown as it is written.
    }
  }
  return {
    type: 'doc',
    content: text.split(/\r?\n/).map((line) => ({
      type: 'paragraph',
      ...(line && { content: [{ type: 'text', text: line }] }),
    })),
  };
}

/** What a text field of the graph keeps of a document; null where nothing is written. */
export function writeRichText(document: RichTextDocument): string | null {
  return plainTextOf(document).trim() === '' ? null : JSON.stringify(document);
}

/** Its words alone: for a search, a preview, a title. */
export function plainTextOf(node: RichTextDocument | RichTextNode): string {
  if ('text' in node && node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const isBlock = (node.content ?? []).some((child) => child.type !== 'text');
  return (node.content ?? []).map(plainTextOf).join(isBlock ? '\n' : '');
}

/** Only where a press can do no harm: another page, a mail, a call. */
export function isSafeLink(href: unknown): href is string {
  return typeof href === 'string' && /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href);
}

/** A stretch of a mail's text; with `href` it is a link. */
export interface MailPart {
  readonly id: number;
  readonly text: string;
  readonly href?: string;
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

/** A plain text in parts, its addresses as links: what is not one is never taken for markup. */
export function partsOf(text: string): MailPart[] {
  const parts: MailPart[] = [];
  let end = 0;
  for (const { 0: href, index } of text.matchAll(LINK)) {
    if (index > end) parts.push({ id: end, text: text.slice(end, index) });
    parts.push({ id: index, text: href, href });
    end = index + href.length;
  }
  if (end < text.length) parts.push({ id: end, text: text.slice(end) });
  return parts;
}

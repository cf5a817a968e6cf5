import { Fragment, type ReactNode } from 'react';
import {
  isSafeLink,
  type RichTextDocument,
  type RichTextMark,
  type RichTextNode,
} from '../forms/rich-text-document.js';

/** Written by the editor, shown without it; what it does not know is shown as its text alone. */
export function RichTextView({ document }: { readonly document: RichTextDocument }) {
  return <div className="rich-text">{children(document.content)}</div>;
}

const children = (nodes: readonly RichTextNode[] | undefined): ReactNode =>
  nodes?.map((node, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nodes of a text have no names
    <Fragment key={place}>{draw(node)}</Fragment>
  ));

function draw({ type, text, marks, content }: RichTextNode): ReactNode {
  switch (type) {
    case 'text':
      return (marks ?? []).reduce<ReactNode>(withMark, text);
    case 'paragraph':
      return <p>{children(content)}</p>;
    case 'heading':
      return <h4>{children(content)}</h4>;
    case 'bulletList':
      return <ul>{children(content)}</ul>;
    case 'orderedList':
      return <ol>{children(content)}</ol>;
    case 'listItem':
      return <li>{children(content)}</li>;
    case 'blockquote':
      return <blockquote>{children(content)}</blockquote>;
    case 'codeBlock':
      return (
        <pre>
          <code>{children(content)}</code>
        </pre>
      );
    case 'hardBreak':
      return <br />;
    case 'horizontalRule':
      return <hr />;
    default:
      return children(content);
  }
}

function withMark(inside: ReactNode, { type, attrs }: RichTextMark): ReactNode {
  switch (type) {
    case 'bold':
      return <strong>{inside}</strong>;
    case 'italic':
      return <em>{inside}</em>;
    case 'strike':
      return <s>{inside}</s>;
    case 'code':
      return <code>{inside}</code>;
    case 'link':
      return isSafeLink(attrs?.href) ? (
        <a href={attrs.href} target="_blank" rel="noopener noreferrer nofollow">
          {inside}
        </a>
      ) : (
        inside
      );
    default:
      return inside;
  }
}

/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { RichTextView } from '../../src/components/rich-text-view.js';
import { Field } from '../../src/forms/field.js';
import { FileDrop } from '../../src/forms/file-drop.js';
import {
  isSafeLink,
  plainTextOf,
  type RichTextDocument,
  readRichText,
  writeRichText,
} from '../../src/forms/rich-text-document.js';
import { RichTextInput } from '../../src/forms/rich-text-input.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

const paragraph = (text: string, marks?: { type: string; attrs?: Record<string, unknown> }[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks && { marks }) }],
});

describe('a document', () => {
  it('is read from JSON, from plain lines, and from what only looks like one', () => {
    const document = { type: 'doc' as const, content: [paragraph('One')] };
    expect(readRichText(JSON.stringify(document))).toEqual(document);
    expect(plainTextOf(readRichText('One\n\nTwo'))).toBe('One\n\nTwo');
    expect(plainTextOf(readRichText('{"type":"doc" oops'))).toBe('{"type":"doc" oops');
    expect(readRichText(null)).toEqual({ type: 'doc' });
  });

  it('is nothing where nothing is written', () => {
    expect(writeRichText({ type: 'doc', content: [{ type: 'paragraph' }] })).toBeNull();
    expect(writeRichText({ type: 'doc', content: [paragraph(' ')] })).toBeNull();
    expect(writeRichText(readRichText('One'))).toContain('One');
  });

  it.each([
    ['https://nexus.test', true],
    ['mailto:mara@demo.test', true],
    ['/projects', true],
    ['//elsewhere.test', false],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['data:text/html,x', false],
    [undefined, false],
  ])('leads to %s: %s', (href, isSafe) => {
    expect(isSafeLink(href)).toBe(isSafe);
  });
});

describe('as it is read', () => {
  it('has its structure, and no link that does harm', () => {
    const document: RichTextDocument = {
      type: 'doc',
      content: [
        paragraph('safe', [{ type: 'link', attrs: { href: 'https://nexus.test' } }]),
        paragraph('unsafe', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]),
        paragraph('strong', [{ type: 'bold' }]),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('point')] }] },
        { type: 'somethingNew', content: [paragraph('kept')] },
      ],
    };
    const { container } = render(<RichTextView document={document} />);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['safe']);
    expect(links[0]?.getAttribute('rel')).toContain('noopener');
    expect(container.querySelector('strong')?.textContent).toBe('strong');
    expect(screen.getByRole('listitem').textContent).toBe('point');
    expect(container.textContent).toContain('kept');
  });
});

describe('the editor', () => {
  it('comes when it is shown, with the name of its field and tools that say what is on', async () => {
    const onChange = jest.fn<(document: RichTextDocument) => void>();
    await import('../../src/forms/rich-text-editor.js');
    const { user, container } = render(
      <Field label="Description" error="Too long.">
        <RichTextInput value={readRichText('One')} onChange={onChange} />
      </Field>,
    );
    const box = await screen.findByRole('textbox', { name: 'Description' }, { timeout: 20_000 });
    expect([box.textContent, box.getAttribute('aria-invalid')]).toEqual(['One', 'true']);
    const list = screen.getByRole('button', { name: 'List' });
    await user.click(list);
    expect(list.getAttribute('aria-pressed')).toBe('true');
    expect(onChange.mock.lastCall?.[0].content?.[0]?.type).toBe('bulletList');
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe('files', () => {
  it('are taken where they fit, and refused by name', async () => {
    const onFiles = jest.fn<(files: readonly File[]) => void>();
    const { container, user } = render(
      <Field label="Logo">
        <FileDrop onFiles={onFiles} accept={['image/*', '.pdf']} maxBytes={4} isMultiple />
      </Field>,
    );
    expect(screen.getByRole('button', { name: 'Logo' })).toBeTruthy();
    const input = container.querySelector('input') as HTMLInputElement;
    input.removeAttribute('accept');
    await user.upload(input, [
      new File(['x'], 'logo.png', { type: 'image/png' }),
      new File(['x'], 'terms.PDF'),
      new File(['x'], 'run.exe'),
      new File(['large'], 'large.png', { type: 'image/png' }),
    ]);
    expect(onFiles.mock.lastCall?.[0].map(({ name }) => name)).toEqual(['logo.png', 'terms.PDF']);
    expect(screen.getByRole('alert').textContent).toBe('Not taken: run.exe, large.png');
  });
});

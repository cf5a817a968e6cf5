import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { renderPdf } from '../src/adapters/pdf-document.js';
import type { DocumentContent } from '../src/domain/document.js';
import { BUYER, euro, SELLER } from './support/invoices.js';

const content: DocumentContent = {
  kind: 'INVOICE',
  locale: 'en',
  number: 'INV-2026-000001',
  issueDate: '2026-11-16',
  dueDate: '2026-12-16',
  forInvoice: null,
  poNumber: 'PO-7',
  seller: {
    ...SELLER,
    bank: { holder: 'Nordlicht GmbH', iban: 'DE02120300000000202051', bic: null },
  },
  buyer: { ...BUYER, vatId: 'FR12345678901' },
  lines: [
    { description: 'Build', quantity: '7', unitPrice: '120.00', discount: null, net: euro(84_000) },
  ],
  breakdown: [{ category: 'AE', rate: '0', net: euro(84_000), tax: euro(0) }],
  net: euro(84_000),
  total: euro(84_000),
  taxReason: 'REVERSE_CHARGE',
  text: 'Thank you',
};
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The texts that stand on the pages, for documents with built-in fonts. */
function textsOf(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes).toString('latin1');
  const streams = pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const pages = Array.from(streams, ([, body = '']) =>
    inflateSync(Buffer.from(body, 'latin1')).toString('latin1'),
  );
  const shown = Array.from(pages.join('\n').matchAll(/\[([^\]]*)\] TJ/g), ([, run = '']) =>
    Array.from(run.matchAll(/<([0-9a-f]+)>/g), ([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    ).join(''),
  );
  return shown.join('\n');
}

describe('the PDF of an invoice', () => {
  it('says who owes whom what and why', async () => {
    const texts = textsOf(await renderPdf(content));
    for (const text of [
      'Nordlicht GmbH',
      'Acme AG',
      'Invoice INV-2026-000001',
      'Due: Dec 16, 2026',
      'Tax id FR12345678901',
      'Build',
      '840.00 EUR',
      'Reverse charge: the tax is owed by the recipient.',
      'DE02120300000000202051',
    ]) {
      expect(texts).toContain(text);
    }
  });

  it('speaks German where the seller does', async () => {
    const texts = textsOf(await renderPdf({ ...content, locale: 'de-DE' }));
    expect(texts).toContain('Rechnung INV-2026-000001');
    expect(texts).toContain('Steuerschuldnerschaft des Leistungsempfängers.');
  });

  it('has the same bytes whenever it is rendered, in whatever script', async () => {
    const greek = { ...content, buyer: { ...BUYER, legalName: 'Ελλάδα Żółw ООО' } };
    for (const one of [content, greek]) {
      const [first, second] = [await renderPdf(one), await renderPdf(one)];
      expect(sha(first)).toBe(sha(second));
    }
    expect(Buffer.from(await renderPdf(greek)).includes('FontFile2')).toBe(true);
  });

  it('goes on over as many pages as its lines need', async () => {
    const [line] = content.lines;
    if (!line) throw new TypeError('no line');
    const lines = Array.from({ length: 120 }, (_, i) => ({ ...line, description: `Line ${i}` }));
    const pdf = Buffer.from(await renderPdf({ ...content, lines })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  });
});

import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { DocumentContent } from '../domain/document.js';
import type { PostalAddress } from '../domain/parties.js';
import { amountIn, dayIn, figureIn, sumIn } from '../domain/written.js';
import { labelsFor } from './pdf-labels.js';

const files = createRequire(import.meta.url);

/** The two faces of a document. */
interface Faces {
  readonly regular: string;
  readonly bold: string;
}

/** Built into every PDF reader; costs nothing, knows Western European letters only. */
const WESTERN: Faces = { regular: 'Helvetica', bold: 'Helvetica-Bold' };
/** Embedded where other letters are needed: Latin, Greek, Cyrillic and more. */
const WIDE: Faces = {
  regular: files.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: files.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};
const WESTERN_TEXT = /^[\n\u0020-\u007e\u00a0-\u00ff€–—‘’“”„•…]*$/;

function facesFor(content: DocumentContent): Faces {
  const texts = JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/[\n\r\t]/g, ' ') : value,
  );
  return WESTERN_TEXT.test(texts) ? WESTERN : WIDE;
}

const LEFT = 56;
const RIGHT = 539;
/** Right edges of the columns of figures. */
const COLUMNS = { quantity: 380, price: 460 } as const;
const DESCRIPTION_WIDTH = 270;
const BOTTOM = 760;

type Doc = PDFKit.PDFDocument;

/** Renders a document as PDF. */
export function renderPdf(content: DocumentContent): Promise<Buffer> {
  const day = new Date(`${content.issueDate}T00:00:00Z`);
  const doc = new PDFDocument({
    size: 'A4',
    margin: LEFT,
    info: {
      Title: content.number,
      Author: content.seller.legalName,
      Creator: 'Nexus',
      Producer: 'Nexus',
      CreationDate: day,
      ModDate: day,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(doc, content, facesFor(content));
  doc.end();
  return done;
}

function draw(doc: Doc, content: DocumentContent, faces: Faces): void {
  const { locale, seller, buyer } = content;
  const labels = labelsFor(locale);
  doc.font(faces.bold).fontSize(11).text(seller.legalName, LEFT, 56);
  doc.font(faces.regular).fontSize(9).text(addressText(seller.address));
  if (seller.vatId) doc.text(`${labels.vatId} ${seller.vatId}`);
  doc.moveDown(2);
  doc.font(faces.bold).fontSize(10).text(buyer.legalName);
  doc.font(faces.regular).fontSize(9).text(addressText(buyer.address));
  if (buyer.vatId) doc.text(`${labels.vatId} ${buyer.vatId}`);
  doc.moveDown(2);
  const title = content.kind === 'INVOICE' ? labels.invoice : labels.creditNote;
  doc.font(faces.bold).fontSize(16).text(`${title} ${content.number}`);
  doc.font(faces.regular).fontSize(9);
  const facts: (readonly [string, string | null])[] = [
    [labels.issued, dayIn(locale, content.issueDate, 'medium')],
    [labels.due, content.dueDate && dayIn(locale, content.dueDate, 'medium')],
    [labels.forInvoice, content.forInvoice],
    [labels.poNumber, content.poNumber],
  ];
  for (const [label, value] of facts) if (value) doc.text(`${label}: ${value}`);
  doc.moveDown();
  drawLines(doc, content, faces);
  drawTotals(doc, content, faces);
  const wording = content.taxReason && labels.wording[content.taxReason];
  doc.font(faces.regular).fontSize(9);
  if (wording) doc.text(wording, LEFT).moveDown();
  if (content.text) doc.text(content.text, LEFT, doc.y, { width: RIGHT - LEFT }).moveDown();
  if (content.kind === 'INVOICE' && seller.bank) {
    const { holder, iban, bic } = seller.bank;
    doc.text(`${labels.payTo}: ${[holder, iban, bic].filter(Boolean).join(' · ')}`, LEFT);
  }
}

function drawLines(doc: Doc, content: DocumentContent, { regular, bold }: Faces): void {
  const { locale } = content;
  const labels = labelsFor(locale);
  const figure = (decimal: string | null) => (decimal === null ? '' : figureIn(locale, decimal));
  drawRow(doc, bold, [labels.description, labels.quantity, labels.price, labels.net]);
  for (const line of content.lines) {
    const { description, quantity, unitPrice, discount, net } = line;
    const less = discount ? ` (${labels.discount} ${sumIn(locale, discount)})` : '';
    const cells = [
      `${description}${less}`,
      figure(quantity),
      figure(unitPrice),
      sumIn(locale, net),
    ];
    drawRow(doc, regular, cells);
  }
  doc.moveTo(LEFT, doc.y).lineTo(RIGHT, doc.y).lineWidth(0.5).stroke();
  doc.moveDown(0.5);
}

function drawTotals(doc: Doc, content: DocumentContent, { regular, bold }: Faces): void {
  const { locale } = content;
  const labels = labelsFor(locale);
  drawRow(doc, regular, ['', '', labels.sum, sumIn(locale, content.net)]);
  for (const part of content.breakdown) {
    const label = `${labels.tax} ${figureIn(locale, part.rate)} %`;
    drawRow(doc, regular, ['', '', label, sumIn(locale, part.tax)]);
  }
  drawRow(doc, bold, ['', '', labels.total, amountIn(locale, content.total)]);
  doc.moveDown(2);
}

function drawRow(doc: Doc, font: string, cells: readonly string[]): void {
  const [description = '', quantity = '', price = '', net = ''] = cells;
  doc.font(font).fontSize(9);
  const width = DESCRIPTION_WIDTH;
  const height = doc.heightOfString(description || ' ', { width });
  if (doc.y + height > BOTTOM) doc.addPage();
  const top = doc.y;
  const cellsAt = [
    [quantity, COLUMNS.quantity],
    [price, COLUMNS.price],
    [net, RIGHT],
  ] as const;
  doc.text(description, LEFT, top, { width });
  for (const [text, edge] of cellsAt) {
    if (text) doc.text(text, edge - doc.widthOfString(text), top, { lineBreak: false });
  }
  doc.x = LEFT;
  doc.y = top + height + 4;
}

function addressText(address: PostalAddress | null): string {
  if (!address) return '';
  const { line1, line2, postcode, city, region, country } = address;
  const place = [postcode, city, region].filter(Boolean).join(' ');
  return [line1, line2, place, country].filter(Boolean).join('\n');
}

import { describe, expect, it } from '@jest/globals';
import { testTenant } from '@nexus/kit/testing';
import { hmacDocumentLinks } from '../src/adapters/document-links.js';
import { INVOICE } from './support/invoices.js';

const links = hmacDocumentLinks(new Uint8Array(32).fill(1), 'https://nexus.example/documents');
const grant = {
  tenantId: testTenant(1),
  documentId: INVOICE,
  expiresAt: new Date('2026-11-16T09:15:00Z'),
};
const before = new Date('2026-11-16T09:14:59Z');
const tokenOf = (url: string) => url.slice('https://nexus.example/documents/'.length);

describe('a link to a document', () => {
  it('opens what it was made for, until it expires', () => {
    const token = tokenOf(links.sign(grant));
    expect(links.open(token, before)).toEqual(grant);
    expect(links.open(token, grant.expiresAt)).toBeUndefined();
  });

  it('cannot be changed or forged', () => {
    const token = tokenOf(links.sign(grant));
    const other = hmacDocumentLinks(new Uint8Array(32).fill(2), '');
    expect(other.open(token, before)).toBeUndefined();
    for (const forged of [
      token.replace(INVOICE, INVOICE.replace(/.$/, 'x')),
      token.replace(testTenant(1), testTenant(2)),
      token.replace(/\.\d+\./, '.9999999999.'),
      '',
      '...',
    ]) {
      expect(links.open(forged, before)).toBeUndefined();
    }
  });
});

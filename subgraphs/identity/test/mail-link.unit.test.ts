import { describe, expect, it } from '@jest/globals';
import { withLink } from '../src/domain/mail.js';

const PAGES = 'https://nexus.example/sign-in';

describe('a mail with a token', () => {
  it('brings it as a link to the page that it opens', () => {
    const mail = { text: 'Accept here:\n\nt0k3n\n\nBye.', token: 't0k3n', page: 'accept' } as const;
    expect(withLink(mail, PAGES)).toBe(
      'Accept here:\n\nhttps://nexus.example/sign-in/accept#token=t0k3n\n\nBye.',
    );
  });

  it.each([
    ['without a page', { text: 'Token: abc', token: 'abc' }],
    ['without a token', { text: 'Invoice INV-1', token: null, page: 'reset' as const }],
  ])('%s stays as it is', (_what, mail) => {
    expect(withLink(mail, PAGES)).toBe(mail.text);
  });
});

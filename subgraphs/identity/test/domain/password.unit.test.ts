import { describe, expect, it } from '@jest/globals';
import { normalPassword, passwordFindings } from '../../src/domain/password.rules.js';

const check = (password: string, more: object = {}) =>
  passwordFindings({
    password,
    email: 'm.moreau@kiln.test',
    name: 'Mia Moreau',
    tenantName: 'Kiln & Co',
    ...more,
  })[0]?.rule;

describe('a password', () => {
  it.each([
    'correct horse battery staple',
    'ein ganz langer Satz',
    '密码密码安全安全长长长长句子啊呀',
    '     15 spaces or so',
    'aB3$aB3$xyzzyq!9',
  ])('may be %s', (password) => {
    expect(check(password)).toBeUndefined();
  });

  it.each([
    ['fourteen chars', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    ['👍'.repeat(14), 'PASSWORD_TOO_SHORT'],
    ['1QAZxsw23edcvfr4', 'PASSWORD_BREACHED'],
    ['passwordpassword', 'PASSWORD_BREACHED'],
    ['i am mr moreau ok', 'PASSWORD_GUESSABLE'],
    ['write to M.Moreau now', 'PASSWORD_GUESSABLE'],
    ['down in the KILN today', 'PASSWORD_GUESSABLE'],
    ['my nexus password is it', 'PASSWORD_GUESSABLE'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
    ['abcabcabcabcabcabc', 'PASSWORD_GUESSABLE'],
    ['qwertyuiopasdfgh', 'PASSWORD_GUESSABLE'],
    ['hgfdsapoiuytrewq', 'PASSWORD_GUESSABLE'],
    ['lone surrogate \ud800 here', 'INVALID_TEXT'],
    ['nul in the \u0000 middle', 'INVALID_TEXT'],
  ])('%j is refused as %s', (password, rule) => {
    expect(check(password)).toBe(rule);
  });

  it('does not mind short words of the person', () => {
    expect(
      check('Mia and Co go home late', {
        name: 'Mia Lee',
        email: 'mia@kiln.test',
        tenantName: 'Co',
      }),
    ).toBeUndefined();
  });

  it('is the same, typed composed or decomposed', () => {
    expect(normalPassword('Zoe\u0308 schläft heute lang')).toBe(
      normalPassword('Zo\u00eb schläft heute lang'),
    );
  });
});

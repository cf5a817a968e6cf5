import { describe, expect, it } from '@jest/globals';
import { problemsOf, verdictOf } from '../src/features/health/verdict.js';
import { partsOf } from '../src/features/mail/mail-parts.js';
import { consumer, health, queue } from './support/health.js';

const kinds = (of: Parameters<typeof health>[0]) =>
  problemsOf(health(of)).map(({ kind, weight }) => `${kind}: ${weight}`);
const { mail, database } = health();

describe('the verdict', () => {
  it('is that all is well where nothing is wrong', () => {
    expect(problemsOf(health())).toEqual([]);
    expect(verdictOf([])).toBe('well');
  });

  it.each([
    ['a parked event', { consumers: [consumer({ parked: 2 })] }, 'parked: trouble'],
    ['who stands still', { consumers: [consumer({ state: 'STALLED' })] }, 'stalled: trouble'],
    ['who tries again', { consumers: [consumer({ state: 'RETRYING' })] }, 'retrying: attention'],
    ['a job that failed last', { queues: [queue({ isFailing: true })] }, 'queue: attention'],
    ['a job that failed for good', { queues: [queue({ failed: 1 })] }, 'queue: trouble'],
    ['a refused mail', { mail: { ...mail, failing: 1 } }, 'mail: attention'],
    [
      'too few connections',
      { database: { ...database, connections: 85 } },
      'connections: attention',
    ],
  ] as const)('knows %s', (_, part, expected) => {
    expect(kinds(part as Parameters<typeof health>[0])).toEqual([expected]);
  });

  it('lets mails wait, connections be used, and read models be filled, without a word', () => {
    expect(
      kinds({
        mail: { ...mail, pending: 9 },
        database: { ...database, connections: 84 },
        consumers: [consumer({ state: 'REBUILDING', behind: 900 })],
      }),
    ).toEqual([]);
  });

  it('puts the gravest first, and each under a name of its own', () => {
    const problems = problemsOf(
      health({
        consumers: [
          consumer({ name: 'a.one', state: 'RETRYING' }),
          consumer({ name: 'b.two', parked: 1, state: 'STALLED' }),
        ],
        mail: { ...mail, failing: 1 },
      }),
    );
    expect(problems.map(({ id }) => id)).toEqual([
      'parked:b.two',
      'stalled:b.two',
      'retrying:a.one',
      'mail',
    ]);
    expect(verdictOf(problems)).toBe('trouble');
    expect(verdictOf(problems.slice(2))).toBe('attention');
  });
});

describe('a mail’s text', () => {
  const links = (text: string) => partsOf(text).flatMap(({ href }) => href ?? []);

  it('stays what it is, letter by letter', () => {
    const text = 'See https://a.test/x#token=1 and <http://b.test>, or c.test.\n';
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(links(text)).toEqual(['https://a.test/x#token=1', 'http://b.test']);
  });

  it.each([
    ['a full stop is no part of a link', 'Go to https://a.test/x.', ['https://a.test/x']],
    ['nor is a bracket', '(https://a.test/x)', ['https://a.test/x']],
    ['markup is none', '<a href="https://a.test">x</a>', ['https://a.test']],
    ['a script is no link', 'javascript:alert(1)', []],
    ['nothing is nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

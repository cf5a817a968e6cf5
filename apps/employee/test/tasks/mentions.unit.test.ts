import { describe, expect, it } from '@jest/globals';
import {
  mentionedIn,
  peopleCalled,
  typedNameAt,
  withName,
} from '../../src/features/tasks/drawer/mentions.js';

const PEOPLE = [
  { id: 'usr_1', name: 'Mara Lindner' },
  { id: 'usr_2', name: 'Emil Vogt' },
  { id: 'usr_3', name: 'Mark Linde' },
];

describe('calling upon people', () => {
  it.each([
    ['Ask @mar', 8, { start: 4, text: 'mar' }],
    ['@', 1, { start: 0, text: '' }],
    ['Ask @Mara Li', 12, { start: 4, text: 'Mara Li' }],
    ['a@b.example', 11, null],
    ['Ask @mar and more', 17, null],
    ['Ask nobody', 10, null],
  ])('%j with the caret at %i types %j', (text, caret, found) => {
    expect(typedNameAt(text, caret)).toEqual(found);
  });

  it('finds them by the beginning of any of their names', () => {
    const found = (typed: string) => peopleCalled(typed, PEOPLE).map(({ id }) => id);
    expect(found('mar')).toEqual(['usr_1', 'usr_3']);
    expect(found('LIND')).toEqual(['usr_1', 'usr_3']);
    expect(found('mara l')).toEqual(['usr_1']);
    expect(found('ogt')).toEqual([]);
  });

  it('puts the whole name in, and the caret behind it', () => {
    const [mara] = PEOPLE;
    if (!mara) throw new RangeError('Nobody is there.');
    const next = withName('Ask @mar today', { start: 4, text: 'mar' }, mara);
    expect(next).toEqual({ text: 'Ask @Mara Lindner  today', caret: 18 });
  });

  it('calls only those whose name is still in the text', () => {
    expect(mentionedIn('Ask @Mara Lindner and @Emil Vogt', PEOPLE)).toEqual(['usr_1', 'usr_2']);
    expect(mentionedIn('Ask Mara Lindner', PEOPLE)).toEqual([]);
  });
});

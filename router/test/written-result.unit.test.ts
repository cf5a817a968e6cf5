import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { AnswerText } from '../src/engine/answer-text.js';
import { bodyOf, writtenResult } from '../src/server/written-result.js';

// Written otherwise than JSON.stringify would: so one sees which of them wrote.
const TEXT = '{ "me": { "id": 1 } }';

describe('a result that was written already', () => {
  it('is not written again while nobody reads its data', () => {
    const result = writtenResult(new AnswerText(TEXT), {});
    expect('data' in result).toBe(true);
    result.extensions = { cost: 1 };
    expect(bodyOf(result)).toBe(`{"data":${TEXT},"extensions":{"cost":1}}`);
    expect(
      bodyOf(writtenResult(new AnswerText('null'), { errors: [new GraphQLError('No')] })),
    ).toBe('{"data":null,"errors":[{"message":"No"}]}');
  });

  it('shows its data, and takes changes of it', () => {
    const read = writtenResult(new AnswerText(TEXT), {});
    expect(read.data).toEqual({ me: { id: 1 } });
    Object.assign(read.data?.me ?? {}, { id: 2 });
    expect(bodyOf(read)).toBe('{"data":{"me":{"id":2}}}');

    const replaced = writtenResult(new AnswerText(TEXT), { errors: [new GraphQLError('No')] });
    replaced.data = null;
    replaced.errors = [];
    expect(bodyOf(replaced)).toBe('{"data":null,"errors":[]}');

    const emptied = writtenResult(new AnswerText(TEXT), {});
    delete emptied.data;
    expect(bodyOf(emptied)).toBe('{}');
  });

  it('shares its accessors with all others, and so a hidden class: one of its own would outlive it', () => {
    const accessors = (text: string) =>
      Object.getOwnPropertyDescriptor(writtenResult(new AnswerText(text), {}), 'data');
    expect(accessors('1')?.get).toBe(accessors('2')?.get);
    expect(accessors('1')?.set).toBe(accessors('2')?.set);
  });

  it('is one like any other to who copies it', () => {
    expect({ ...writtenResult(new AnswerText(TEXT), {}) }).toEqual({ data: { me: { id: 1 } } });
    expect(bodyOf({ data: null })).toBe('{"data":null}');
  });
});

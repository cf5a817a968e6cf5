import { describe, expect, it } from '@jest/globals';
import { type OperationDefinitionNode, parse, print } from 'graphql';
import { decideDefers, withoutDefers } from '../../src/defer/decided-operation.js';
import { clientLabel } from '../../src/defer/labels.js';

function read(query: string) {
  const document = parse(query, { noLocation: true });
  return [document, document.definitions[0] as OperationDefinitionNode] as const;
}

const text = (printed: string): string => printed.replaceAll(/\s+/g, ' ');
const decided = (query: string, variables = {}): string =>
  text(print(decideDefers(...read(query), variables).document));

describe('what an operation defers', () => {
  it('has labels of the router’s own, in which the client’s stand', () => {
    const query = '{ a { ... @defer { x } ... @defer(label: "L:1") { y } } }';
    expect(decided(query)).toBe(
      '{ a { ... @defer(label: "0") { x } ... @defer(label: "1:L:1") { y } } }',
    );
    expect([clientLabel('0'), clientLabel('1:L:1')]).toEqual([undefined, 'L:1']);
  });

  it('is written out in each place where a fragment is spread', () => {
    const query = `{ a { ...F @defer } b { ...F ...G } }
      fragment F on T { ... @defer { x } } fragment G on T { z }`;
    expect(decided(query)).toBe(
      text(`{ a { ... on T @defer(label: "0") { ... @defer(label: "1") { x } } }
              b { ... on T { ... @defer(label: "2") { x } } ...G } } fragment G on T { z }`),
    );
  });

  it('depends on variables; one that was not given counts as true', () => {
    const query =
      'query ($a: Boolean, $b: Boolean) { ... @defer(if: $a) { x } ... @defer(if: $b) { y } }';
    const head = 'query ($a: Boolean, $b: Boolean)';
    expect(decided(query, { a: false })).toBe(`${head} { ... { x } ... @defer(label: "0") { y } }`);
    expect(decided(query, { b: null })).toBe(`${head} { ... @defer(label: "0") { x } ... { y } }`);
  });

  it('is nothing where no directive is in effect: then it is the operation without them', () => {
    const asked = read(
      '{ ... @defer(if: false) { x } ...F @include(if: true) } fragment F on T { y }',
    );
    const nothing = decideDefers(...asked, {});
    expect(nothing).toBe(withoutDefers(...asked));
    expect(nothing.isDeferred).toBe(false);
    expect(text(print(nothing.document))).toBe(
      '{ ... { x } ...F @include(if: true) } fragment F on T { y }',
    );
  });

  it('is decided once for the same variables', () => {
    const asked = read('query ($a: Boolean!) { ... @defer(if: $a) { x } }');
    const first = decideDefers(...asked, { a: true, other: 1 });
    expect(decideDefers(...asked, { a: true, other: 2 })).toBe(first);
    expect(decideDefers(...asked, { a: false })).not.toBe(first);
  });
});

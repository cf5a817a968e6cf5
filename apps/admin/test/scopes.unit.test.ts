import { expect, it } from '@jest/globals';
import { SCOPE_CATALOGUE } from '../../../subgraphs/identity/src/domain/scope-catalogue.js';
import german from '../src/locales/de/people.json' with { type: 'json' };
import english from '../src/locales/en/people.json' with { type: 'json' };

it.each([
  ['English', english],
  ['German', german],
])('every scope that a role may hold has words in %s', (_, { scopes }) => {
  const keys = SCOPE_CATALOGUE.map((scope) => scope.replaceAll(':', '-'));
  expect(keys.filter((key) => !(key in scopes))).toEqual([]);
});

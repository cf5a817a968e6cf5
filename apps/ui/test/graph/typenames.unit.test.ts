import { describe, expect, it } from '@jest/globals';
import { createRequest, formatDocument } from '@urql/core';
import { type DocumentNode, parse, print } from 'graphql';
import { withTypenames } from '../../../../codegen/lib/typenames.mjs';
import manifest from '../../../../codegen/manifests/employee.json' with { type: 'json' };
import { ViewerDocument } from '../../src/session/viewer.generated.js';

describe('what codegen asks for', () => {
  it.each([
    'query Q { task(id: 1) { id project { name } } }',
    'query Q { task(id: 1) { __typename id } }',
    'query Q { task(id: 1) { kind: __typename id } }',
    'query Q { node(id: 1) { ... on Task { id ...F } } } fragment F on Task { title }',
    'subscription S($after: String) { taskChanged(after: $after) { sequence node { id } } }',
  ])('is what the cache would ask for, in its order: %s', (text) => {
    expect(print(withTypenames(parse(text)))).toBe(print(formatDocument(parse(text))));
  });

  it('comes through the cache with its id, to the letter of the manifest', () => {
    const sent = formatDocument(createRequest(ViewerDocument, {}).query);
    const { documentId } = sent as DocumentNode & { documentId?: string };
    const listed = manifest.operations.find(({ id }) => id === documentId);
    expect(listed?.body).toBe(print(sent as DocumentNode));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { flow } from '../src/tabs/flow.js';
import { tabStorage } from '../src/tabs/tab-storage.js';
import { tabsOf, versionOf } from '../src/tabs/tabs.js';
import { memoryStorage } from './support/memory-storage.js';

const FLOW = join(import.meta.dirname, '../../../codegen/documents/flow');
const documentOf = (name: string) => readFileSync(join(FLOW, `${name}.graphql`), 'utf8');
const operationOf = (query: string) =>
  parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );

describe('the tabs', () => {
  const tabs = tabsOf(flow, documentOf);

  it('go from the sign-in to the paid invoice, then watch', () => {
    const names = tabs.map(({ query }) => operationOf(query)?.name?.value);
    expect(names).toHaveLength(flow.length);
    expect(names.slice(0, 3)).toEqual(['Viewer', 'SignIn', 'ClientCreate']);
    expect(names.slice(-3)).toEqual(['BoardChanged', 'TimeEntryApproved', 'InvoicePaid']);
  });

  it.each(tabs.map((tab) => [operationOf(tab.query)?.name?.value, tab] as const))(
    'say in one line what they do, and bring what they require: %s',
    (_, { query, variables }) => {
      const [header] = query.split('\n');
      expect(header).toMatch(/^# .{10,60}$/);
      const required = (operationOf(query)?.variableDefinitions ?? [])
        .filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)
        .map(({ variable }) => variable.name.value);
      expect(Object.keys(JSON.parse(variables ?? '{}'))).toEqual(required);
    },
  );

  it('leave out a document that is not there', () => {
    expect(tabsOf([{ document: 'absent' }], () => undefined)).toEqual([]);
  });

  it('have another version when one of them changes', () => {
    const [first, ...others] = tabs;
    expect(versionOf(tabs)).toBe(versionOf(tabsOf(flow, documentOf)));
    expect(versionOf(others)).not.toBe(versionOf(tabs));
    expect(versionOf([{ query: `${first?.query} `, variables: null }, ...others])).not.toBe(
      versionOf(tabs),
    );
  });
});

describe('the storage of the tabs', () => {
  it('keeps versions apart', () => {
    const shared = memoryStorage();
    const [one, two] = [tabStorage(shared, '1'), tabStorage(shared, '2')];
    one.setItem('tabState', 'a');
    two.setItem('tabState', 'b');
    expect([one.getItem('tabState'), two.getItem('tabState')]).toEqual(['a', 'b']);
    one.removeItem('tabState');
    expect([one.getItem('tabState'), two.getItem('tabState')]).toEqual([null, 'b']);
  });
});

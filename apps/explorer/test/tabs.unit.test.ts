import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { AccountState } from '../src/account/account.js';
import { editorStorage } from '../src/tabs/editor-storage.js';
import { flow } from '../src/tabs/flow.js';
import { offerFor } from '../src/tabs/offer.js';
import { closedTabs, restoredTabs } from '../src/tabs/restore.js';
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

  it('go from the client to the paid invoice', () => {
    const names = tabs.map(({ query }) => operationOf(query)?.name?.value);
    expect(names).toHaveLength(flow.length);
    expect(names.slice(0, 3)).toEqual(['Viewer', 'ClientCreate', 'ProjectCreate']);
    expect(names.at(-1)).toBe('ProjectOverview');
    expect(tabs.map(({ title }) => title)).toEqual(names);
  });

  it.each([
    ['BoardChanged', 'TaskCreate'],
    ['TimeEntryApproved', 'TimeEntryApprove'],
    ['InvoicePaid', 'InvoicePay'],
  ])('watch %s ahead of %s', (live, act) => {
    const titles = tabs.map(({ title }) => title);
    expect(titles.indexOf(live)).toBe(titles.indexOf(act) - 1);
  });

  it('are run by whoever may: nobody approves their own hours', () => {
    const roleOf = (name: string) => tabs.find(({ title }) => title === name)?.role;
    expect(roleOf('Viewer')).toBeNull();
    expect(roleOf('TimeEntryLog')).toBe('employee');
    expect(roleOf('TimesheetSubmit')).toBe('employee');
    expect(roleOf('TimeEntryApprove')).toBe('manager');
  });

  it('say the role in their comment, too', () => {
    for (const { query, role } of tabs) {
      const [, said] = /^# As (\w+)/.exec(query) ?? [];
      if (said) expect(said).toBe(role);
    }
  });

  it('show what the comment invites to change without scrolling', () => {
    const pay = tabs.find(({ title }) => title === 'InvoicePay');
    expect(pay?.variables?.split('\n').findIndex((line) => line.includes('tok_visa'))).toBeLessThan(
      5,
    );
  });

  it.each(tabs.map((tab) => [operationOf(tab.query)?.name?.value, tab] as const))(
    'say in one line what they do, and bring what they require: %s',
    (_, { query, variables }) => {
      const [header] = query.split('\n');
      expect(header).toMatch(/^# .{10,46}$/);
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
    const changed = { title: 'A', role: null, variables: null, query: `${first?.query} ` };
    expect(versionOf([changed, ...others])).not.toBe(versionOf(tabs));
  });
});

describe('the offer of a step', () => {
  const tabs = tabsOf(flow, documentOf);
  const personOf = (role: string) => ({ role, name: role, email: `${role}@t`, password: 'p' });
  const signIns = [personOf('manager'), personOf('employee')];
  const nobody: AccountState = { status: 'signed-out', notice: null };
  const as = (role: string): AccountState => ({
    status: 'signed-in',
    person: { id: role, name: role, email: `${role}@t`, tenant: 'T', tenantId: 't', roles: [] },
  });

  it.each([
    ['TimeEntryLog', as('manager'), 'employee'],
    ['TimeEntryLog', nobody, 'employee'],
    ['TimeEntryLog', as('employee'), undefined],
    ['TimeEntryApprove', as('employee'), 'manager'],
    ['InvoicePaid', nobody, 'manager'],
    ['InvoicePaid', { status: 'busy' } as const, undefined],
    ['InvoicePaid', { status: 'unreachable', notice: 'n' } as const, undefined],
    ['Viewer', nobody, undefined],
    ['Mine', nobody, undefined],
    [undefined, nobody, undefined],
  ])('%s', (title, state, role) => {
    expect(offerFor(title, tabs, signIns, state)?.role).toBe(role);
  });

  it('is none where there is no demo', () => {
    expect(offerFor('TimeEntryLog', tabs, [], nobody)).toBeNull();
  });
});

describe('a closed tab', () => {
  const tabs = tabsOf(flow, documentOf);
  const open = tabs.map(({ title, query }) => ({ id: title, title, query }));
  const without = (...titles: string[]) => open.filter(({ title }) => !titles.includes(title));

  it('comes back to its place, and the others stay as they are', () => {
    const left = without('Viewer', 'TaskCreate', 'TimeEntryLog');
    const restored = restoredTabs(left, tabs);
    expect(restored.map(({ title }) => title)).toEqual(tabs.map(({ title }) => title));
    expect(restored.filter((tab) => left.some((one) => one === tab))).toHaveLength(left.length);
    expect(restored[0]).toMatchObject({ query: tabs[0]?.query, operationName: 'Viewer' });
  });

  it("leaves the reader's own tabs in peace", () => {
    const own = { id: 'own', title: 'Mine', query: 'query Mine { a }' };
    const restored = restoredTabs([...without('ProjectOverview'), own], tabs);
    expect(restored.slice(-2).map(({ title }) => title)).toEqual(['ProjectOverview', 'Mine']);
  });

  it('is missed only while it is closed', () => {
    expect(closedTabs(without('InvoicePay'), tabs).map(({ title }) => title)).toEqual([
      'InvoicePay',
    ]);
    expect(closedTabs(open, tabs)).toEqual([]);
  });
});

describe("the editor's storage", () => {
  const browser = memoryStorage();
  const inWindow = (version = '1', window = memoryStorage()) =>
    editorStorage({ window, browser, version });

  it("is not written by another window's tabs", () => {
    const [one, two] = [inWindow(), inWindow()];
    one.setItem('graphiql:tabState', 'a');
    expect(two.getItem('graphiql:tabState')).toBeNull();
    two.setItem('graphiql:tabState', 'b');
    expect(one.getItem('graphiql:tabState')).toBe('a');
    expect(browser.keys()).toEqual([]);
  });

  it('keeps versions of the tabs apart', () => {
    const window = memoryStorage();
    const [one, two] = [inWindow('1', window), inWindow('2', window)];
    one.setItem('graphiql:tabState', 'a');
    expect(two.getItem('graphiql:tabState')).toBeNull();
    one.removeItem('graphiql:tabState');
    expect(one.getItem('graphiql:tabState')).toBeNull();
  });

  it('shares preferences, and gives the variables room until somebody says otherwise', () => {
    const [one, two] = [inWindow(), inWindow('2')];
    expect(one.getItem('graphiql:secondaryEditorFlex')).toBe('1');
    one.setItem('graphiql:secondaryEditorFlex', '3');
    expect(two.getItem('graphiql:secondaryEditorFlex')).toBe('3');
    one.setItem('graphiql:tabState', 'a');
    browser.setItem('another', 'b');
    expect(Array.from({ length: one.length }, (_, index) => one.key(index))).toEqual([
      'graphiql:tabState',
      'graphiql:secondaryEditorFlex',
    ]);
    one.clear();
    expect([one.length, browser.keys()]).toEqual([0, ['another']]);
  });
});

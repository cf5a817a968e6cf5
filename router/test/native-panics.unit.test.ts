import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { refusePanics } from '../src/planner/native-panics.js';
import { openPlanner } from '../src/planner/open-planner.js';
import { PlanningFailed } from '../src/planner/planner.js';
import { compose } from './support/compose.js';

const supergraph = (keys: string): string =>
  compose({
    a: 'type Query { user: User } type User @key(fields: "id") { id: ID! age: Int name: String }',
    b: `type User ${keys} {
          id: ID! code: Int! age: Int @external
          adult: Boolean @requires(fields: "age")
          label: String
        }
        type Query { b: Int }`,
  });
const twoKeys = supergraph('@key(fields: "id") @key(fields: "code")');

describe('refusePanics', () => {
  it('refuses what would end the process, however deep it stands', () => {
    const check = refusePanics(parse(twoKeys));
    expect(() => check(parse('{ ... { user { ...F } } } fragment F on User { adult }'))).toThrow(
      PlanningFailed,
    );
    expect(() => check(parse('{ user { id age label code } }'))).not.toThrow();
  });

  it('has nothing against requirements of an entity with one key', () => {
    const check = refusePanics(parse(supergraph('@key(fields: "id")')));
    expect(() => check(parse('{ user { adult } }'))).not.toThrow();
  });

  it('leaves such operations to the second planner', async () => {
    const document = parse('{ user { adult } }');
    const native = await openPlanner(twoKeys, 'native');
    expect(() => native.plan(document, undefined)).toThrow(PlanningFailed);
    const auto = await openPlanner(twoKeys, 'auto');
    expect(auto.plan(document, undefined).node?.kind).toBe('Sequence');
  });
});

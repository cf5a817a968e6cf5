import {
  type GraphQLArgument,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { anonymousPrincipal, PLATFORM_TENANT } from '../domain/index.js';
import type { Adapters, SubgraphDefinition } from '../graph/index.js';
import { overprivilegedRoles, unprotectedTables } from './catalogue.js';
import { openTestHouse, type TestHouse } from './house.js';
import { staff } from './principals.js';

/** The test runner's functions, so that the kit depends on none. */
export interface Harness {
  describe(name: string, suite: () => void): void;
  it(name: string, test: () => Promise<void>): void;
  beforeAll(arrange: () => Promise<void>): void;
  afterAll(clear: () => Promise<void>): void;
  expect(actual: unknown): { toEqual(expected: unknown): void };
}

export interface ContractOptions {
  /** Other subgraphs whose events this one follows are not needed; adapters that its reads use may be. */
  readonly adapters?: Adapters;
}

/**
 * What every subgraph owes, whatever its domain: tables under row-level security, fields closed to strangers and
 * to members without the scope, references that answer absent ids with null, bounded pages.
 */
export function subgraphContract(
  harness: Harness,
  subgraph: SubgraphDefinition,
  options: ContractOptions = {},
): void {
  const { describe, it, beforeAll, afterAll, expect } = harness;
  describe(`the subgraph ${subgraph.name}`, () => {
    let house: TestHouse;
    const schema = () => house.built.get(subgraph.name)?.schema as GraphQLSchema;
    const queries = () =>
      Object.values(schema().getQueryType()?.getFields() ?? {}).filter(
        ({ name }) => !name.startsWith('_'),
      );

    beforeAll(async () => {
      house = await openTestHouse({ subgraphs: [subgraph], ...options });
    });
    afterAll(() => house.close());

    it('forgets no table: PostgreSQL itself keeps tenants apart', async () => {
      expect(await unprotectedTables(house.database.sql)).toEqual([]);
      expect(await overprivilegedRoles(house.database.sql)).toEqual([]);
    });

    it('is closed to strangers and to members without the scope, but for what says otherwise', async () => {
      const open: string[] = [];
      for (const field of queries()) {
        const access = accessOf(subgraph, field.name, house);
        if (access === 'anonymous') continue;
        const query = `{ ${call(field)} }`;
        const codes = await Promise.all(
          [anonymousPrincipal(PLATFORM_TENANT), staff([])].map(async (principal) => {
            const { errors } = await house.as(principal, subgraph.name).execute(query);
            return errors?.[0]?.extensions.code;
          }),
        );
        const expected =
          access === 'authenticated' ? ['UNAUTHENTICATED'] : ['UNAUTHENTICATED', 'FORBIDDEN'];
        if (expected.some((code, i) => codes[i] !== code))
          open.push(`${field.name}: ${codes.join(', ')}`);
      }
      expect(open).toEqual([]);
    });

    it('answers references to what does not exist with null, malformed ids too', async () => {
      const service = staff(['*']);
      for (const type of Object.keys(subgraph.references)) {
        const ids = ['', 'x', `tsk_${'0'.repeat(26)}`, '../etc'];
        const representations = ids.map((id) => ({ __typename: type, id }));
        const result = await house
          .as(service, subgraph.name)
          .ask<{ _entities: unknown[] }>(
            'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
            { representations },
          );
        expect({ type, entities: result._entities }).toEqual({
          type,
          entities: ids.map(() => null),
        });
      }
    });

    it('bounds every page', async () => {
      const unbounded: string[] = [];
      for (const field of queries().filter(({ args }) =>
        args.some(({ name }) => name === 'first'),
      )) {
        const { errors } = await house
          .as(staff(['*']), subgraph.name)
          .execute(`{ ${call(field, 'first: 100000')} }`);
        if (errors?.[0]?.extensions.code !== 'BAD_USER_INPUT') unbounded.push(field.name);
      }
      expect(unbounded).toEqual([]);
    });
  });
}

/** What the root field says of access; kept by the decorators on the schema before federation is added. */
function accessOf(
  subgraph: SubgraphDefinition,
  field: string,
  house: TestHouse,
): string | undefined {
  return house.built.get(subgraph.name)?.access.get(field);
}

interface Field {
  readonly name: string;
  readonly type: GraphQLType;
  readonly args: readonly GraphQLArgument[];
}

/** A call of a root field with something of the right type in every required argument. */
function call({ name, type, args }: Field, extra = ''): string {
  const given = args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const list = [
    ...given.map((arg) => `${arg.name}: ${sample(arg.type)}`),
    ...(extra ? [extra] : []),
  ];
  return `${name}${list.length > 0 ? `(${list.join(', ')})` : ''}${isCompositeType(getNamedType(type)) ? ' { __typename }' : ''}`;
}

function sample(type: GraphQLType): string {
  const named = getNamedType(type);
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(named)) return named.getValues()[0]?.name ?? 'null';
  if (!isScalarType(named)) return '{}';
  switch (named.name) {
    case 'Int':
      return '1';
    case 'Boolean':
      return 'true';
    case 'Date':
      return '"2026-11-16"';
    case 'DateTime':
      return '"2026-11-16T00:00:00Z"';
    default:
      return '"x"';
  }
}

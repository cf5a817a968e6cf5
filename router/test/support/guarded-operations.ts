import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';

/** A number from 0 up to, but not including, `below`; the same ones in the same order for each seed. */
export type Random = (below: number) => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Writes an operation with aliases, conditions and fragments of every kind; it may still be invalid. */
export function randomOperation(schema: GraphQLSchema, random: Random): string {
  const fragments: string[] = [];
  const one = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const conditions = () => one(['', '', '', ' @include(if: $yes)', ' @skip(if: $no)']);

  const overlapping = (type: GraphQLCompositeType): GraphQLCompositeType[] =>
    Object.values(schema.getTypeMap())
      .filter(isCompositeType)
      .filter(({ name }) => !/^(__|Query|Mutation|Subscription)/.test(name))
      .filter((other) => possible(other).some((name) => possible(type).includes(name)));
  const possible = (type: GraphQLCompositeType): string[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];

  const field = ({ name, type }: GraphQLField<unknown, unknown>, depth: number): string => {
    const returned = getNamedType(type);
    const alias = random(6) === 0 ? `a${random(3)}: ` : '';
    const inner = isCompositeType(returned) ? ` ${set(returned, depth - 1)}` : '';
    return `${alias}${name}${conditions()}${inner}`;
  };
  const set = (type: GraphQLCompositeType, depth: number): string => {
    const parts = ['__typename'];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const choices = fields.filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)));
    for (let count = random(4); count > 0 && choices.length > 0; count--) {
      parts.push(field(one(choices), depth));
    }
    if (type !== schema.getQueryType()) {
      for (let count = random(3); count > 0 && depth > 0; count--) {
        const condition = one(overlapping(type));
        const body = set(condition, depth - 1);
        if (random(2) === 0) parts.push(`... on ${condition.name}${conditions()} ${body}`);
        else {
          fragments.push(`fragment F${fragments.length} on ${condition.name} ${body}`);
          parts.push(`...F${fragments.length - 1}${conditions()}`);
          if (random(3) === 0) parts.push(`...F${random(fragments.length)}`);
        }
      }
    }
    return `{ ${parts.join(' ')} }`;
  };
  const query = schema.getQueryType();
  if (!query) throw new TypeError('The schema has no queries.');
  const root = Array.from({ length: 2 + random(2) }, () =>
    field(one(Object.values(query.getFields())), 4),
  );
  return `query ($yes: Boolean!, $no: Boolean!) { ${root.join(' ')} } ${fragments.join(' ')}`;
}

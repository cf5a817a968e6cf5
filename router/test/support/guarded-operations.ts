import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';
import type { Random } from '../../fuzz/random.js';

/** Writes an operation with aliases, conditions and fragments of every kind; it may still be invalid. */
export function randomOperation(schema: GraphQLSchema, random: Random): string {
  const fragments: string[] = [];
  const conditions = () => random.pick(['', '', '', ' @include(if: $yes)', ' @skip(if: $no)']);

  const overlapping = (type: GraphQLCompositeType): GraphQLCompositeType[] =>
    Object.values(schema.getTypeMap())
      .filter(isCompositeType)
      .filter(({ name }) => !/^(__|Query|Mutation|Subscription)/.test(name))
      .filter((other) => possible(other).some((name) => possible(type).includes(name)));
  const possible = (type: GraphQLCompositeType): string[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];

  const field = ({ name, type }: GraphQLField<unknown, unknown>, depth: number): string => {
    const returned = getNamedType(type);
    const alias = random.below(6) === 0 ? `a${random.below(3)}: ` : '';
    const inner = isCompositeType(returned) ? ` ${set(returned, depth - 1)}` : '';
    return `${alias}${name}${conditions()}${inner}`;
  };
  const set = (type: GraphQLCompositeType, depth: number): string => {
    const parts = ['__typename'];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const choices = fields.filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)));
    for (let count = random.below(4); count > 0 && choices.length > 0; count--) {
      parts.push(field(random.pick(choices), depth));
    }
    if (type !== schema.getQueryType()) {
      for (let count = random.below(3); count > 0 && depth > 0; count--) {
        const condition = random.pick(overlapping(type));
        const body = set(condition, depth - 1);
        if (random.below(2) === 0) parts.push(`... on ${condition.name}${conditions()} ${body}`);
        else {
          fragments.push(`fragment F${fragments.length} on ${condition.name} ${body}`);
          parts.push(`...F${fragments.length - 1}${conditions()}`);
          if (random.below(3) === 0) parts.push(`...F${random.below(fragments.length)}`);
        }
      }
    }
    return `{ ${parts.join(' ')} }`;
  };
  const query = schema.getQueryType();
  if (!query) throw new TypeError('The schema has no queries.');
  const root = Array.from({ length: 2 + random.below(2) }, () =>
    field(random.pick(Object.values(query.getFields())), 4),
  );
  return `query ($yes: Boolean!, $no: Boolean!) { ${root.join(' ')} } ${fragments.join(' ')}`;
}

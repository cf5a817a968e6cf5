import {
  DirectiveLocation,
  type DirectiveNode,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  Kind,
} from 'graphql';
import { argumentOf } from '../support/arguments.js';

/** `@defer` as the incremental delivery proposal of 2022-08-24 has it; graphql-js 16 has none. */
const deferDirective = new GraphQLDirective({
  name: 'defer',
  description: 'The fragment may be answered after the rest of the operation.',
  locations: [DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
  args: {
    if: {
      type: new GraphQLNonNull(GraphQLBoolean),
      defaultValue: true,
      description: 'When false, the fragment is answered with the rest.',
    },
    label: { type: GraphQLString, description: 'Comes with the part that answers the fragment.' },
  },
});

/** The schema with `@defer`; one that has a directive of that name keeps its own. */
export function withDefer(schema: GraphQLSchema): GraphQLSchema {
  if (schema.getDirective(deferDirective.name)) return schema;
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, deferDirective] });
}

/** The `@defer` of a selection. */
export function deferOf(node: {
  readonly directives?: readonly DirectiveNode[] | undefined;
}): DirectiveNode | undefined {
  return node.directives?.find(({ name }) => name.value === deferDirective.name);
}

/** The label of a selection's `@defer`; `undefined` without one, or where it has none. */
export function deferLabel(node: {
  readonly directives?: readonly DirectiveNode[] | undefined;
}): string | undefined {
  const defer = deferOf(node);
  const label = defer && argumentOf(defer, 'label');
  return label?.kind === Kind.STRING ? label.value : undefined;
}

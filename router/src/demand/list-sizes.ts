import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import type { ListSize } from '../supergraph/cost-directives.js';
import { argumentOf } from '../support/arguments.js';
import { hasVariable, type Variables } from './input-cost.js';

/** How many items a field may answer by `@listSize`. */
export interface Slice {
  /** `undefined` where the directive does not say; the largest where several arguments are given. */
  readonly size: number | undefined;
  /** `requireOneSlicingArgument` is not met. */
  readonly fault: GraphQLError | undefined;
}

export type Slicing = Slice | ((variables: Variables) => Slice);

/** Reads the slicing arguments of a field; a default of the schema counts as given. */
export function slicingOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  coordinate: string,
  directive: ListSize,
): Slicing {
  const { slicingArguments } = directive;
  if (slicingArguments.length === 0) return { size: directive.assumedSize, fault: undefined };
  const slice = (variables: Variables): Slice => {
    const given = slicingArguments.flatMap((name) => {
      const value = givenTo(name, node, field, variables);
      return typeof value === 'number' ? [Math.max(0, value)] : [];
    });
    const size = given.length > 0 ? Math.max(...given) : directive.assumedSize;
    const met = !directive.requireOneSlicingArgument || given.length === 1;
    return {
      size,
      fault: met ? undefined : wrongSlicing(node, coordinate, slicingArguments, given),
    };
  };
  const varies = (node.arguments ?? []).some(({ value }) => hasVariable(value));
  return varies ? slice : slice({});
}

function givenTo(
  name: string,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): unknown {
  const given = argumentOf(node, name);
  // A variable that is not set leaves the argument to its default.
  const unset = given?.kind === Kind.VARIABLE && !(given.name.value in variables);
  return given && !unset
    ? valueFromASTUntyped(given, { ...variables })
    : field.args.find((argument) => argument.name === name)?.defaultValue;
}

function wrongSlicing(
  node: FieldNode,
  coordinate: string,
  names: readonly string[],
  given: readonly number[],
): GraphQLError {
  return new GraphQLError(
    `${coordinate} needs exactly one of the arguments ${names.join(', ')}; ${given.length} are given.`,
    { nodes: node, extensions: { code: 'COST_SLICING_ARGUMENT_REQUIRED', coordinate } },
  );
}

import {
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { CostDirectives } from '../supergraph/cost-directives.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A number that is settled, or that depends on the variables of a request. */
export type Amount = number | ((variables: Variables) => number);

export function amountIn(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

/** What the argument given to a field costs, once per call of the field. */
export function argumentCost(
  node: ArgumentNode,
  argument: GraphQLArgument,
  weight: number | undefined,
  costs: CostDirectives,
): Amount {
  const { value } = node;
  const cost = (given: unknown): number => inputCost(given, argument.type, weight, costs);
  if (isFree(argument.type, weight, costs)) return 0;
  if (!hasVariable(value)) return cost(valueFromASTUntyped(value));
  return (variables) => cost(valueFromASTUntyped(value, { ...variables }));
}

/** A list costs its own weight and that of each item; an input object 1 unless it is weighed, and its fields. */
function inputCost(
  value: unknown,
  type: GraphQLInputType,
  weight: number | undefined,
  costs: CostDirectives,
): number {
  if (value === null || value === undefined) return 0;
  const named: GraphQLNamedInputType = getNamedType(type);
  const own = weight ?? costs.types.get(named.name);
  if (Array.isArray(value)) {
    return value.reduce<number>(
      (sum, item) => sum + inputCost(item, named, weight, costs),
      own ?? 0,
    );
  }
  if (!isInputObjectType(named) || typeof value !== 'object') return own ?? 0;
  let sum = own ?? 1;
  const fields = named.getFields();
  for (const [name, item] of Object.entries(value)) {
    const field = fields[name];
    if (!field) continue;
    sum += inputCost(item, field.type, costs.inputFields.get(`${named.name}.${name}`), costs);
  }
  return sum;
}

function isFree(
  type: GraphQLInputType,
  weight: number | undefined,
  costs: CostDirectives,
): boolean {
  const named = getNamedType(type);
  return weight === undefined && !costs.types.has(named.name) && !isInputObjectType(named);
}

export function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  return node.kind === Kind.OBJECT && node.fields.some(({ value }) => hasVariable(value));
}

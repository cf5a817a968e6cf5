import {
  type GraphQLField,
  GraphQLID,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql';

/** Where an id can be said in a field's arguments: names and, for lists, the first place. */
export type Position = readonly (string | 0)[];

/** One scalar in the arguments of a field, by its place. */
export interface Leaf {
  readonly position: Position;
  readonly type: string;
}

function below(type: GraphQLInputType, at: Position, inside: readonly string[]): Leaf[] {
  const plain = getNullableType(type);
  if (isListType(plain)) return below(plain.ofType, [...at, 0], inside);
  if (isScalarType(plain)) return [{ position: at, type: plain.name }];
  if (!isInputObjectType(plain) || inside.includes(plain.name)) return [];
  return Object.values(plain.getFields()).flatMap((field) =>
    below(field.type, [...at, field.name], [...inside, plain.name]),
  );
}

/** Every scalar in the arguments of a field, also deep inside its inputs. */
export function leavesOf(field: GraphQLField<unknown, unknown>): Leaf[] {
  return field.args.flatMap((argument) => below(argument.type, [argument.name], []));
}

/** Every place for an id among them. */
export function idPositions(field: GraphQLField<unknown, unknown>): Position[] {
  return leavesOf(field)
    .filter(({ type }) => type === GraphQLID.name)
    .map(({ position }) => position);
}

/** How a position is written in a report: `input.lines.0.projectId`. */
export function written(position: Position): string {
  return position.join('.');
}

import {
  type GraphQLField,
  GraphQLID,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';

/** Where an id can be said in a field's arguments: names and, for lists, the first place. */
export type Position = readonly (string | 0)[];

function below(type: GraphQLInputType, at: Position, inside: readonly string[]): Position[] {
  const plain = getNullableType(type);
  if (isListType(plain)) return below(plain.ofType, [...at, 0], inside);
  if (plain === GraphQLID) return [at];
  if (!isInputObjectType(plain) || inside.includes(plain.name)) return [];
  return Object.values(plain.getFields()).flatMap((field) =>
    below(field.type, [...at, field.name], [...inside, plain.name]),
  );
}

/** Every place for an id in the arguments of a field, also deep inside its inputs. */
export function idPositions(field: GraphQLField<unknown, unknown>): Position[] {
  return field.args.flatMap((argument) => below(argument.type, [argument.name], []));
}

/** How a position is written in a report: `input.lines.0.projectId`. */
export function written(position: Position): string {
  return position.join('.');
}

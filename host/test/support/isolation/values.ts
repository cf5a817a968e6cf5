import { randomUUID } from 'node:crypto';
import {
  type GraphQLArgument,
  type GraphQLField,
  GraphQLID,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { day, isoWeek } from '../calendar.js';
import type { Position } from './positions.js';

/** Says an id where the schema asks for one. */
export type Ids = (position: Position) => string;

/** What a text must look like for the rules to look further, by its name. */
export type Texts = Readonly<Record<string, () => string>>;

const TEXTS: Texts = {
  name: () => `Name ${randomUUID()}`,
  week: () => isoWeek(day()),
  email: () => `${randomUUID()}@test.example`,
  password: () => 'lantern ferry copper 79 quiet',
  currentPassword: () => 'lantern ferry copper 79 quiet',
  idempotencyKey: () => randomUUID(),
  roles: () => 'EMPLOYEE',
  sandbox: () => 'tok_visa',
  country: () => 'DE',
  locale: () => 'de-DE',
};
/** Fields that nothing demands and without which the rules would not look at the id. */
const ALWAYS = new Set(['idempotencyKey', 'method', 'sandbox']);
/** Enumerations whose first value would end the call before the id is looked at. */
const CHOICES: Readonly<Record<string, string>> = {
  MembershipKind: 'STAFF',
  ProjectRole: 'MEMBER',
  RateLevel: 'PROJECT',
};

function scalar(typeName: string, name: string, texts: Texts): unknown {
  switch (typeName) {
    case 'Int':
    case 'Float':
      return 30;
    case 'Boolean':
      return true;
    case 'Date':
      return day();
    case 'DateTime':
      return new Date().toISOString();
    case 'Decimal':
      return '1.00';
    case 'CurrencyCode':
      return 'EUR';
    case 'EmailAddress':
      return `${randomUUID()}@test.example`;
    default:
      return (texts[name] ?? TEXTS[name])?.() ?? `Some ${name}`;
  }
}

const startsWith = (position: Position, at: Position): boolean =>
  at.every((step, index) => position[index] === step);

interface Wish {
  readonly ids: Ids;
  /** Positions that must be said although they may be left out. */
  readonly said: readonly Position[];
  readonly texts: Texts;
}

function inputFor(type: GraphQLInputType, at: Position, wish: Wish): unknown {
  const plain = getNullableType(type);
  const name = String(at.findLast((step) => step !== 0));
  if (isListType(plain)) return [inputFor(plain.ofType, [...at, 0], wish)];
  if (plain === GraphQLID) return wish.ids(at);
  if (isEnumType(plain)) return CHOICES[plain.name] ?? plain.getValues()[0]?.name;
  if (!isInputObjectType(plain)) return scalar(plain.name, name, wish.texts);
  const fields = Object.values(plain.getFields()).filter((field) => wanted(field, at, wish));
  return Object.fromEntries(
    fields.map((field) => [field.name, inputFor(field.type, [...at, field.name], wish)]),
  );
}

function wanted(part: GraphQLInputField | GraphQLArgument, at: Position, { said }: Wish): boolean {
  const path = [...at, part.name];
  return (
    isRequiredInputField(part) ||
    ALWAYS.has(part.name) ||
    said.some((position) => startsWith(position, path))
  );
}

/** Arguments that the schema accepts: what it demands, and the ids at these positions. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  said: readonly Position[],
  ids: Ids,
  texts: Texts = {},
): Record<string, unknown> {
  const wish = { ids, said, texts };
  const entries = field.args
    .filter((argument) => isRequiredArgument(argument) || wanted(argument, [], wish))
    .map((argument) => [argument.name, inputFor(argument.type, [argument.name], wish)]);
  return Object.fromEntries(entries);
}

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import {
  GraphQLDateTimeISO,
  GraphQLEmailAddress,
  GraphQLJSON,
  GraphQLJSONObject,
  GraphQLLocalDate,
  GraphQLNonNegativeInt,
} from 'graphql-scalars';
import { isCurrency, parseDecimal } from '../domain/index.js';

function invalid(what: string): GraphQLError {
  return new GraphQLError(`Not a ${what}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function textScalar(
  name: string,
  what: string,
  description: string,
  specifiedByURL: string,
  valid: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !valid(value)) throw invalid(what);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const localDate = GraphQLLocalDate.toConfig();

/** ISO 8601 knows a year 0, PostgreSQL does not. */
function fromYearOne(day: string): string {
  if (day < '0001') throw invalid('day of the year 0001 or later');
  return day;
}

/** `2026-11-21`; a text in our code, never a `Date`. */
export const DateScalar = new GraphQLScalarType({
  ...localDate,
  parseValue: (value) => fromYearOne(String(localDate.parseValue?.(value))),
  parseLiteral: (node, variables) => fromYearOne(String(localDate.parseLiteral?.(node, variables))),
  name: 'Date',
  description: 'A calendar day without a zone, `2026-11-21` (ISO 8601).',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
});

/** An instant; a `Date` in our code. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant in UTC, `2026-11-21T09:30:00.000Z` (RFC 3339).',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

export const DecimalScalar = textScalar(
  'Decimal',
  'decimal such as "12.50"',
  'An exact decimal in a string, `"1234.50"`. No exponent, no thousands separators.',
  'https://en.wikipedia.org/wiki/Decimal',
  (text) => parseDecimal(text) !== undefined,
);

export const CurrencyCodeScalar = textScalar(
  'CurrencyCode',
  'currency code such as "EUR"',
  'A currency by its ISO 4217 code, `EUR`.',
  'https://www.iso.org/iso-4217-currency-codes.html',
  isCurrency,
);

export const EmailAddressScalar = new GraphQLScalarType({
  ...GraphQLEmailAddress.toConfig(),
  name: 'EmailAddress',
  description: 'An e-mail address (RFC 5322).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5322',
});

/** Any value that JSON can say. */
export const JSONScalar = GraphQLJSON;
export const JSONObjectScalar = GraphQLJSONObject;
export const NonNegativeInt = GraphQLNonNegativeInt;

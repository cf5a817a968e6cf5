import { Field, ID, InputType } from 'type-graphql';
import { violation } from '../domain/index.js';
import { Refusal } from '../events/index.js';
import { type Sql, sql } from '../read/index.js';
import { enumeration } from './enumeration.js';
import { DateScalar, DateTimeScalar } from './scalars.js';

@InputType('IdFilter', { description: 'Compares an id.' })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: 'Is this one.' })
  eq?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Is one of these, at most 100.' })
  in?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is none.' })
  isNull?: boolean | null;
}

@InputType('StringFilter', { description: 'Compares a text, by letters as they are.' })
export class StringFilter {
  @Field(() => String, { nullable: true, description: 'Is this text.' })
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: 'Is one of these, at most 100.' })
  in?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Begins with this text.' })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is none.' })
  isNull?: boolean | null;
}

@InputType('DateFilter', { description: 'Compares a day.' })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: 'Later than.' })
  gt?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'This day or later.' })
  gte?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Earlier than.' })
  lt?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'This day or earlier.' })
  lte?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is none.' })
  isNull?: boolean | null;
}

@InputType('DateTimeFilter', { description: 'Compares an instant.' })
export class DateTimeFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Later than.' })
  gt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Then or later.' })
  gte?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Earlier than.' })
  lt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Then or earlier.' })
  lte?: Date | null;
}

export const OrderDirectionEnum = enumeration(
  'OrderDirection',
  'Which end of an order comes first.',
  {
    ASC: 'Smallest first.',
    DESC: 'Largest first.',
  },
);
export type OrderDirection = keyof typeof OrderDirectionEnum;

const MAX_IN = 100;

type AnyFilter = Partial<IdFilter & StringFilter & DateFilter> &
  Partial<Pick<DateTimeFilter, never>>;

/** Cut short, a list would find less than was asked for and say nothing of it. */
function listed(values: readonly unknown[]): readonly unknown[] {
  if (values.length <= MAX_IN) return values;
  const message = `At most ${MAX_IN} values.`;
  throw new Refusal([
    violation('BATCH_TOO_LARGE', message, { path: ['filter', 'in'], meta: { max: MAX_IN } }),
  ]);
}

/** A filter as conditions on a column (an expression in SQL, from code, never from input). */
export function filterSql(
  column: Sql,
  filter: AnyFilter | DateTimeFilter | null | undefined,
): Sql[] {
  if (!filter) return [];
  const f = filter as Readonly<Record<string, unknown>>;
  const parts: Sql[] = [];
  if (f.eq != null) parts.push(sql`${column} = ${f.eq}`);
  if (f.in != null) parts.push(sql`${column} = ANY (${listed(f.in as unknown[])})`);
  if (f.gt != null) parts.push(sql`${column} > ${f.gt}`);
  if (f.gte != null) parts.push(sql`${column} >= ${f.gte}`);
  if (f.lt != null) parts.push(sql`${column} < ${f.lt}`);
  if (f.lte != null) parts.push(sql`${column} <= ${f.lte}`);
  if (f.isNull != null) parts.push(f.isNull ? sql`${column} IS NULL` : sql`${column} IS NOT NULL`);
  // A range, because only leakproof operators reach an index under row-level security; LIKE is none.
  const start = f.startsWith;
  if (typeof start === 'string' && start)
    parts.push(sql`(${column} >= ${start} AND ${column} < ${`${start}\u{10FFFF}`})`);
  return parts;
}

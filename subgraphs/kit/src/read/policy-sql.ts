import sql, { empty, join, type Sql } from 'sql-template-tag';
import {
  type Condition,
  compileFilter,
  type Operand,
  type Principal,
  subjectAttributes,
} from '../domain/index.js';

/** How a read model shows an attribute that conditions name: an expression, or a test for membership of a set. */
export type AttributeSql = { readonly value: Sql } | { readonly contains: (value: Sql) => Sql };
export type ResourceSql = Readonly<Record<string, AttributeSql>>;

const FALSE = sql`false`;
const UNKNOWN = sql`NULL::boolean`;

/**
 * The rows a principal may see under a scope, as a condition for WHERE. Agrees with `decideAccess`: what SQL
 * finds unknown (null) is not shown. Attributes that the read model does not declare are unknown.
 */
export function visibleRows(principal: Principal, scope: string, resource: ResourceSql): Sql {
  const access = compileFilter(principal, scope);
  if (access === 'ALL') return sql`true`;
  if (access === 'NONE') return FALSE;
  return compile(access.where, resource, subjectAttributes(principal));
}

type Subject = Readonly<Record<string, unknown>>;

/** SQL's logic is the condition's: AND, OR and NOT treat null as unknown. */
function compile(condition: Condition, resource: ResourceSql, subject: Subject): Sql {
  if ('all' in condition)
    return group(
      condition.all.map((part) => compile(part, resource, subject)),
      ' AND ',
    );
  if ('any' in condition)
    return group(
      condition.any.map((part) => compile(part, resource, subject)),
      ' OR ',
    );
  if ('not' in condition) return sql`(NOT ${compile(condition.not, resource, subject)})`;
  return comparison(condition, resource, subject) ?? UNKNOWN;
}

function group(parts: readonly Sql[], separator: string): Sql {
  return parts.length > 0 ? sql`(${join([...parts], separator)})` : UNKNOWN;
}

/** Undefined where an operand is missing, or the operator does not fit it. */
type Comparison = Extract<Condition, { op: unknown }>;

function comparison(
  { op, left, right }: Comparison,
  resource: ResourceSql,
  subject: Subject,
): Sql | undefined {
  const set = resourceAttribute(left, resource);
  if (set && 'contains' in set) {
    const value = scalar(right, resource, subject);
    return op === 'contains' && value ? set.contains(value) : undefined;
  }
  const a = scalar(left, resource, subject);
  if (op === 'exists') return a ? sql`(${a} IS NOT NULL)` : FALSE;
  if (op === 'in' || op === 'notIn') {
    const list = constant(right, subject);
    if (!a || !Array.isArray(list)) return undefined;
    return op === 'in' ? sql`(${a} = ANY (${list}))` : sql`(${a} <> ALL (${list}))`;
  }
  const b = scalar(right, resource, subject);
  if (!a || !b) return undefined;
  switch (op) {
    case 'eq':
      return sql`(${a} = ${b})`;
    case 'ne':
      return sql`(${a} <> ${b})`;
    case 'lt':
      return sql`(${a} < ${b})`;
    case 'lte':
      return sql`(${a} <= ${b})`;
    case 'gt':
      return sql`(${a} > ${b})`;
    case 'gte':
      return sql`(${a} >= ${b})`;
    case 'contains':
    case 'containsAny':
      return undefined;
    default:
      return op satisfies never;
  }
}

function resourceAttribute(operand: Operand, resource: ResourceSql): AttributeSql | undefined {
  if (!('attr' in operand) || !operand.attr.startsWith('resource.')) return undefined;
  return resource[operand.attr.slice('resource.'.length)];
}

function constant(operand: Operand | undefined, subject: Subject): unknown {
  if (!operand) return undefined;
  if ('value' in operand) return operand.value;
  return operand.attr.startsWith('subject.')
    ? subject[operand.attr.slice('subject.'.length)]
    : undefined;
}

function scalar(
  operand: Operand | undefined,
  resource: ResourceSql,
  subject: Subject,
): Sql | undefined {
  if (!operand) return undefined;
  const attribute = resourceAttribute(operand, resource);
  if (attribute) return 'value' in attribute ? attribute.value : undefined;
  const value = constant(operand, subject);
  return value === undefined || value === null || Array.isArray(value) ? undefined : sql`${value}`;
}

/** Joins conditions with AND; nothing at all is `true`. */
export function allOf(...conditions: readonly (Sql | undefined)[]): Sql {
  const given = conditions.filter((condition) => condition !== undefined && condition !== empty);
  return given.length > 0 ? join(given as Sql[], ' AND ') : sql`true`;
}

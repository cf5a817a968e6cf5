/** An operand: an attribute (`subject.userId`, `resource.memberIds`, `context.now`) or a value. */
export type Operand = { readonly attr: string } | { readonly value: unknown };

export type ComparisonOp =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'containsAny'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'exists';

/** When a grant holds. Data, so that roles can be edited and lists be filtered in SQL by the same condition. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly op: ComparisonOp; readonly left: Operand; readonly right?: Operand };

/** Three-valued truth: a missing attribute makes a comparison unknown, and unknown never allows. */
export type Truth = true | false | 'unknown';

export interface ConditionScope {
  readonly subject: Readonly<Record<string, unknown>>;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

function read(operand: Operand | undefined, scope: ConditionScope): unknown {
  if (!operand) return undefined;
  if ('value' in operand) return operand.value;
  const [root, ...path] = operand.attr.split('.');
  let value: unknown = root && root in scope ? scope[root as keyof ConditionScope] : undefined;
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return value;
}

function compare(op: ComparisonOp, left: unknown, right: unknown): Truth {
  if (op === 'exists') return left !== undefined && left !== null;
  if (left === undefined || left === null || right === undefined || right === null)
    return 'unknown';
  switch (op) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'in':
      return Array.isArray(right) ? right.includes(left) : 'unknown';
    case 'notIn':
      return Array.isArray(right) ? !right.includes(left) : 'unknown';
    case 'contains':
      return Array.isArray(left) ? left.includes(right) : 'unknown';
    case 'containsAny':
      return Array.isArray(left) && Array.isArray(right)
        ? right.some((r) => left.includes(r))
        : 'unknown';
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return order(op, left, right);
    default:
      return op satisfies never;
  }
}

function order(op: 'lt' | 'lte' | 'gt' | 'gte', left: unknown, right: unknown): Truth {
  const comparable =
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string');
  if (!comparable) return 'unknown';
  if (op === 'lt') return left < right;
  if (op === 'lte') return left <= right;
  if (op === 'gt') return left > right;
  return left >= right;
}

/** Evaluates a condition by Kleene's logic. */
export function evaluate(condition: Condition, scope: ConditionScope): Truth {
  if ('all' in condition) {
    const truths = condition.all.map((inner) => evaluate(inner, scope));
    if (truths.length === 0) return 'unknown';
    return truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true;
  }
  if ('any' in condition) {
    const truths = condition.any.map((inner) => evaluate(inner, scope));
    return truths.includes(true)
      ? true
      : truths.includes('unknown')
        ? 'unknown'
        : truths.length > 0
          ? false
          : 'unknown';
  }
  if ('not' in condition) {
    const truth = evaluate(condition.not, scope);
    return truth === 'unknown' ? 'unknown' : !truth;
  }
  return compare(condition.op, read(condition.left, scope), read(condition.right, scope));
}

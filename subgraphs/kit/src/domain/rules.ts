import { RULES, type RuleName } from './rule-table/index.js';

/** The closed set of codes that a client can act on; the rule says which business rule was broken. */
export type UserErrorCode =
  | 'INVALID'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'TAKEN'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'STALE_VERSION'
  | 'INVALID_STATE'
  | 'LIMIT_REACHED'
  | 'RULE_VIOLATED'
  | 'APPROVAL_REQUIRED'
  | 'SELF_APPROVAL'
  | 'PAYMENT_DECLINED'
  | 'PAYMENT_ACTION_REQUIRED'
  | 'INVALID_CREDENTIALS'
  | 'TOKEN_INVALID'
  | 'SESSION_EXPIRED'
  | 'THROTTLED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IN_PROGRESS'
  | 'CURRENCY_MISMATCH'
  | 'DEPENDENCY_CYCLE'
  | 'LOCKED'
  | 'CONFLICT'
  | 'UNAVAILABLE';
export type Severity = 'error' | 'warning';

/** One broken rule, as data: what the client reads in `errors` or `warnings`. */
export interface Violation {
  readonly rule: RuleName;
  readonly code: UserErrorCode;
  readonly severity: Severity;
  /** One sentence for a person. */
  readonly message: string;
  /** Where in the input, from the input's root: `['budget', 'amount']`. The graph puts `input` before it. */
  readonly path?: readonly string[];
  /**
   * Data of the violation: ids, limits, the cycle's task numbers. Clients read its numbers and texts as `details`;
   * `because` tells apart what one rule says in several sentences.
   */
  readonly meta?: Readonly<Record<string, unknown>>;
}

export interface ViolationDetail {
  readonly path?: readonly string[];
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Overrides the table's severity where a setting makes the rule milder or stricter. */
  readonly severity?: Severity;
}

/** A violation of a named rule; code and severity come from the one table. */
export function violation(
  rule: RuleName,
  message: string,
  detail: ViolationDetail = {},
): Violation {
  const [code, severity] = RULES[rule];
  return { rule, code, severity, message, ...detail };
}

/** What a decision came to: events to append, or the reasons why not. Warnings ride along. */
export type Decision<Event> =
  | {
      readonly ok: true;
      readonly events: readonly Event[];
      readonly warnings: readonly Violation[];
    }
  | {
      readonly ok: false;
      readonly errors: readonly Violation[];
      readonly warnings: readonly Violation[];
    };

export function accept<Event>(
  events: readonly Event[],
  warnings: readonly Violation[] = [],
): Decision<Event> {
  return { ok: true, events, warnings };
}

export function refuse(...errors: readonly Violation[]): Decision<never> {
  return { ok: false, errors, warnings: [] };
}

/** Accepts with the events unless a violation of severity `error` is among the findings. */
export function judge<Event>(
  findings: readonly Violation[],
  events: () => readonly Event[],
): Decision<Event> {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const warnings = findings.filter((finding) => finding.severity === 'warning');
  return errors.length > 0 ? { ok: false, errors, warnings } : accept(events(), warnings);
}

/** A business rule as data. All rules are run, in order of priority, and every outcome is collected. */
export interface Rule<Subject> {
  readonly name: RuleName;
  /** Lower runs first; 100 unless said otherwise. */
  readonly priority?: number;
  /** The finding, or undefined where the rule holds. */
  check(subject: Subject): Violation | undefined | Promise<Violation | undefined>;
}

/** Runs rules over a subject and collects all findings in order of priority. */
export async function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
): Promise<Violation[]> {
  const ordered = [...rules].sort((a, b) => (a.priority ?? 100) - (b.priority ?? 100));
  const findings: Violation[] = [];
  for (const rule of ordered) {
    const finding = await rule.check(subject);
    if (finding) findings.push(finding);
  }
  return findings;
}

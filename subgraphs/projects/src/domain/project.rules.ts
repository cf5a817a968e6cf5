import { isLocalDate, type Money, times, type Violation, violation } from '@nexus/kit/domain';
import type { BudgetKind, ProjectBudget } from '../../events.d.ts';
import { textFindings } from './text.rules.js';

/** Margin that a budget without a cost is planned with. */
export const TARGET_MARGIN = '0.70';

/** The budget as it is kept: the cost follows from the amount and the target margin unless it is given. */
export function completeBudget(
  kind: BudgetKind,
  amount: Money | null,
  cost: Money | null,
): ProjectBudget {
  const planned = amount && amount.minor >= 0 ? times(amount, TARGET_MARGIN) : null;
  return { kind, amount, cost: cost ?? planned };
}

export interface ProjectOutline {
  readonly clientId: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly currency: string;
  readonly budget: ProjectBudget;
  readonly tags: readonly string[];
}

/** What is wrong with a project's master data. */
export function outlineFindings(outline: ProjectOutline): Violation[] {
  const { clientId, name, description, start, end, budget, tags } = outline;
  return [
    ...textFindings(name, { path: ['name'], max: 200 }),
    ...textFindings(description, {
      path: ['description'],

      max: 20_000,
      required: false,
    }),
    ...dateFindings(start, end),
    ...(clientId === null && budget.kind !== 'NON_BILLABLE'
      ? [
          violation('PROJECT_CLIENT_REQUIRED', 'Work that is billed needs a client.', {
            path: ['clientId'],
          }),
        ]
      : []),
    ...amountFindings(budget.amount, outline.currency, ['budget', 'amount']),
    ...amountFindings(budget.cost, outline.currency, ['budget', 'cost']),
    ...tagFindings(tags),
  ];
}

function dateFindings(start: string, end: string | null): Violation[] {
  for (const [path, date] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (date !== null && !isLocalDate(date))
      return [violation('INPUT_INVALID', 'This is no calendar day.', { path: [path] })];
  }
  return end !== null && end < start
    ? [
        violation('PROJECT_END_BEFORE_START', 'The project ends before it starts.', {
          path: ['end'],
        }),
      ]
    : [];
}

function amountFindings(amount: Money | null, currency: string, path: string[]): Violation[] {
  if (!amount) return [];
  if (amount.currency !== currency)
    return [
      violation('BUDGET_CURRENCY_MISMATCH', `The project is kept in ${currency}.`, {
        path: [...path, 'currency'],
        meta: { currency },
      }),
    ];
  return amount.minor < 0
    ? [
        violation('AMOUNT_NEGATIVE', 'The amount must not be negative.', {
          path: [...path, 'amount'],
        }),
      ]
    : [];
}

function tagFindings(tags: readonly string[]): Violation[] {
  if (tags.length > 20)
    return [
      violation('BATCH_TOO_LARGE', 'A project has 20 tags at most.', {
        path: ['tags'],
        meta: { max: 20 },
      }),
    ];
  return tags.flatMap((tag) => textFindings(tag, { path: ['tags'], max: 50 }));
}

/** `PROJECT_CODE` of a code given by a person: letters and digits in groups. */
export function codeFindings(code: string): Violation[] {
  return /^[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,10}){0,2}$/.test(code)
    ? []
    : [
        violation('INPUT_INVALID', 'A code is capital letters, digits and hyphens, like ACM-12.', {
          path: ['code'],
        }),
      ];
}

/** The letters that a free code begins with: three of the client's name, `INT` for internal projects. */
export function codePrefix(clientName: string | null): string {
  if (clientName === null) return 'INT';
  const letters = clientName
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
  return letters.slice(0, 3).padEnd(3, 'X');
}

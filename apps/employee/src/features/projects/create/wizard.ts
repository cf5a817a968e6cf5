import type { Money } from '@nexus/ui/components/decimal';
import type { Option } from '@nexus/ui/forms/option';
import type { PersonOption } from '@nexus/ui/forms/person-picker';
import type { BudgetKind } from './project-create.generated.js';

export const STEPS = ['name', 'billing', 'dates', 'people'] as const;
export type StepId = (typeof STEPS)[number];

/** A client as it is chosen; its currency is the project's. */
export interface ClientOption extends Option {
  readonly currency: string;
}

/** What the wizard gathers. */
export interface WizardValues {
  /** Null: internal work. */
  clientId: ClientOption | null;
  name: string;
  /** Empty: the graph makes one. */
  code: string;
  description: string;
  kind: BudgetKind;
  amount: Money | null;
  cost: Money | null;
  start: string | null;
  end: string | null;
  managerId: PersonOption | null;
  members: readonly PersonOption[];
}

export const STEP_FIELDS = {
  name: ['clientId', 'name', 'code', 'description'],
  billing: ['kind', 'amount', 'cost'],
  dates: ['start', 'end'],
  people: ['managerId', 'members'],
} as const satisfies Record<StepId, readonly (keyof WizardValues)[]>;

/** The wizard's name of what the graph calls otherwise. */
export const FIELDS = {
  ...{ budget: 'amount', 'budget.amount': 'amount', 'budget.cost': 'cost', 'budget.kind': 'kind' },
  userId: 'members',
};

/** The step that holds what an error is about; undefined where none does. */
export function stepOf(path: readonly string[] | null | undefined): StepId | undefined {
  const inside = path?.[0] === 'input' ? path.slice(1) : (path ?? []);
  const names = [inside.join('.'), inside[0] ?? ''].map(
    (name) => FIELDS[name as keyof typeof FIELDS] ?? name,
  );
  return STEPS.find((step) => STEP_FIELDS[step].some((field) => names.includes(field)));
}

import type { Severity, UserErrorCode } from '../rules.js';
import { BILLING_RULES } from './billing.js';
import { CRM_RULES } from './crm.js';
import { IDENTITY_RULES } from './identity.js';
import { KIT_RULES } from './kit.js';
import { OPERATIONS_RULES } from './operations.js';
import { PROJECTS_RULES } from './projects.js';

export type RuleRow = readonly [code: UserErrorCode, severity: Severity];

/** The one table of business rules: name → the code a client acts on and its default severity. */
export const RULES = {
  ...KIT_RULES,
  ...IDENTITY_RULES,
  ...CRM_RULES,
  ...PROJECTS_RULES,
  ...BILLING_RULES,
  ...OPERATIONS_RULES,
} as const satisfies Readonly<Record<string, RuleRow>>;

export type RuleName = keyof typeof RULES;

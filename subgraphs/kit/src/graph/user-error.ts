import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { UserErrorCode, Violation } from '../domain/index.js';
import { Shareable } from './decorators.js';
import { enumeration } from './enumeration.js';

const codes = enumeration<UserErrorCode>(
  'UserErrorCode',
  'What kind of problem it is: the closed set that programs act on.',
  {
    INVALID: 'A value is not acceptable.',
    REQUIRED: 'Something needed is missing.',
    TOO_LONG: 'A text is longer than allowed.',
    TOO_MANY: 'More entries than one call may have.',
    TAKEN: 'Somebody or something else already has it.',
    NOT_FOUND: 'It does not exist, or not for you.',
    FORBIDDEN: 'You may not do this.',
    STALE_VERSION: 'It was changed meanwhile; look at it again.',
    INVALID_STATE: 'It is not in a state in which this can be done.',
    LIMIT_REACHED: 'A limit is reached.',
    RULE_VIOLATED: 'A business rule forbids it.',
    APPROVAL_REQUIRED: 'A second person must approve it.',
    SELF_APPROVAL: 'Nobody approves their own.',
    PAYMENT_DECLINED: 'The payment was declined.',
    PAYMENT_ACTION_REQUIRED: 'The payer must confirm the payment.',
    INVALID_CREDENTIALS: 'E-mail or password is wrong.',
    TOKEN_INVALID: 'The token is unknown, used or expired.',
    SESSION_EXPIRED: 'The session has ended; sign in again.',
    THROTTLED: 'Too many tries; wait.',
    IDEMPOTENCY_KEY_REUSED: 'The key was used with another input.',
    IN_PROGRESS: 'The same is being done right now.',
    CURRENCY_MISMATCH: 'The currencies do not go together.',
    DEPENDENCY_CYCLE: 'It would depend on itself.',
    LOCKED: 'It can no longer be changed.',
    CONFLICT: 'It conflicts with something else.',
    UNAVAILABLE: 'A needed service does not answer.',
  },
);

@Shareable()
@ObjectType('RuleDetail', {
  description: 'What the sentence of a rule speaks of: a limit, the numbers of tasks, a day.',
  simpleResolvers: true,
})
export class RuleDetail {
  @Field(() => String, { description: 'What it is: `max`, `tasks`, `day`.' })
  name!: string;

  @Field(() => [String], { description: 'One value, or as many as there are.' })
  values!: string[];
}

/** A rule that the input broke, as data. */
@InterfaceType('UserError', {
  description: 'A rule that was broken. Nothing was written.',
  autoRegisterImplementations: false,
  resolveType: (value: object) => (value as { __typename?: string }).__typename ?? 'RuleViolation',
})
export abstract class UserError {
  @Field(() => codes, { description: 'What kind of problem it is.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Where in the input, from the argument on: `["input", "end"]`.',
  })
  path?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The name of the business rule.' })
  rule?: string | null;

  @Field(() => [RuleDetail], {
    nullable: true,
    description: 'What the sentence speaks of, to say it in another language.',
  })
  details?: RuleDetail[] | null;
}

@Shareable()
@ObjectType('RuleViolation', {
  implements: UserError,
  description: 'A broken rule without further data.',
  simpleResolvers: true,
})
export class RuleViolation extends UserError {}

@Shareable()
@ObjectType('StaleVersionError', {
  implements: UserError,
  description: 'Somebody else has changed it in the meantime.',
  simpleResolvers: true,
})
export class StaleVersionError extends UserError {
  @Field(() => Int, { description: 'The version that it has now.' })
  currentVersion!: number;
}

@Shareable()
@ObjectType('DependencyCycleError', {
  implements: UserError,
  description: 'It would, by way of others, depend on itself.',
  simpleResolvers: true,
})
export class DependencyCycleError extends UserError {
  @Field(() => [String], { description: 'The numbers along the cycle, in order.' })
  cycle!: string[];
}

@Shareable()
@ObjectType('UserWarning', {
  description: 'Something worth knowing about what was done.',
  simpleResolvers: true,
})
export class UserWarning {
  @Field(() => codes, { description: 'What kind of remark it is.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input it comes from.' })
  path?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The name of the business rule.' })
  rule?: string | null;

  @Field(() => [RuleDetail], {
    nullable: true,
    description: 'What the sentence speaks of, to say it in another language.',
  })
  details?: RuleDetail[] | null;
}

/** A violation as the graph shows it; the path begins at the argument. */
export function showError(violation: Violation): UserError & { __typename: string } {
  const { code, message, rule, meta } = violation;
  const path = violation.path ? ['input', ...violation.path] : null;
  const base = { code, message, rule, path, details: detailsOf(meta) };
  if (rule === 'VERSION_CONFLICT') {
    return {
      __typename: 'StaleVersionError',
      ...base,
      currentVersion: Number(meta?.currentVersion ?? 0),
    } as never;
  }
  if (code === 'DEPENDENCY_CYCLE' && Array.isArray(meta?.cycle)) {
    return {
      __typename: 'DependencyCycleError',
      ...base,
      cycle: meta.cycle.map(String),
    } as never;
  }
  return { __typename: 'RuleViolation', ...base };
}

export function showWarning({ code, message, rule, path, meta }: Violation): UserWarning {
  const place = path ? ['input', ...path] : null;
  return { code, message, rule, path: place, details: detailsOf(meta) };
}

/** Numbers and texts of a violation's data; what is neither is not for clients. */
function detailsOf(meta: Violation['meta'] = {}): RuleDetail[] | null {
  const details = Object.entries(meta).flatMap(([name, value]) => {
    const values = [value].flat().filter((one) => ['string', 'number'].includes(typeof one));
    return values.length > 0 ? [{ name, values: values.map(String) }] : [];
  });
  return details.length > 0 ? details : null;
}

/** Named by the interface alone, so every schema is told of them. */
export const USER_ERROR_TYPES = [RuleViolation, StaleVersionError, DependencyCycleError] as const;

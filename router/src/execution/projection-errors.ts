import { GraphQLError } from 'graphql';
import type { Denial } from './denial.js';
import type { ResponsePath } from './entities.js';
import type { PlannedField } from './planned-field.js';

/** At most so many errors are made of one denied field: a list of a thousand needs no thousand. */
const ERRORS_PER_DENIAL = 20;

/** How many errors were made of each denied field. */
export type ToldDenials = Map<PlannedField, number>;

/** The errors that come up while an answer, or a part of it, is written; they join those that are known. */
export class ProjectionErrors {
  constructor(
    private readonly errors: GraphQLError[],
    private readonly principal: unknown,
    private readonly told: ToldDenials,
  ) {}

  deny(field: PlannedField, denial: Denial, path: ResponsePath): void {
    const told = this.told.get(field) ?? 0;
    if (told === ERRORS_PER_DENIAL) return;
    this.told.set(field, told + 1);
    this.errors.push(denial.error(this.principal, [...path, field.key]));
  }

  /** Where a subgraph's own error explains the null, a second one would only confuse. */
  report(message: string, path: ResponsePath): void {
    if (this.errors.some((error) => error.path && related(error.path, path))) return;
    const extensions = { code: 'INVALID_SUBGRAPH_ANSWER' };
    this.errors.push(new GraphQLError(message, { path: [...path], extensions }));
  }
}

function related(a: ResponsePath, b: ResponsePath): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a[index] !== b[index]) return false;
  }
  return true;
}

import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Denial } from '../execution/denial.js';
import type { JsonObject } from '../execution/json.js';
import type { Caller, Refusal } from '../plugin.js';
import { LruCache } from '../support/lru-cache.js';
import { AccessDenied } from './access-denied.js';
import type { AuthorizationPort } from './port.js';
import type { SchemaRequirements } from './read-requirements.js';
import type { Requirement } from './requirement.js';
import {
  type DeniedField,
  operationRequirements,
  type RestrictedOperation,
  restrictOperation,
} from './restricted-operation.js';
import { unmetRequirements } from './rights.js';

/** Kept per operation: one for each set of rights that callers came with lately. */
const VARIANTS = 64;
/** As with failures of subgraphs: a long list of what is denied helps nobody. */
const ERRORS_PER_REFUSAL = 20;

export interface AskedOperation<P> {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<JsonObject>;
  readonly caller: Caller<P>;
}

/** An operation of which some fields are denied to whoever lacks the same rights. */
export interface PartialOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly denials: ReadonlyMap<FieldNode, Denial>;
}

/** How much of an operation its caller may see. */
export type AccessDecision =
  | {
      readonly kind: 'all' /** What would be denied in earnest. */;
      readonly spared: readonly DeniedField[];
    }
  | { readonly kind: 'part'; readonly operation: PartialOperation }
  | { readonly kind: 'none'; readonly refusal: Refusal };

/** What is known of one operation. */
interface KnownOperation {
  readonly requirements: readonly Requirement[];
  /** By unmet requirements. */
  readonly variants: LruCache<string, { restricted: RestrictedOperation; part: PartialOperation }>;
}

const ALL: AccessDecision = { kind: 'all', spared: [] };

/** Enforces what a supergraph requires, before an operation is planned. */
export class AccessControl<P = unknown> {
  readonly #known = new WeakMap<OperationDefinitionNode, KnownOperation>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly requirements: SchemaRequirements,
    private readonly port: AuthorizationPort<P>,
  ) {}

  get errorPlace(): NonNullable<AuthorizationPort['errors']> {
    return this.port.errors ?? 'errors';
  }

  /** Does anything of the operation require anything? */
  concerns(asked: Pick<AskedOperation<P>, 'document' | 'definition'>): boolean {
    return this.#operation(asked).requirements.length > 0;
  }

  /** `undefined` where nothing of the operation requires anything: there is nothing to decide. */
  decide(asked: AskedOperation<P>): Promise<AccessDecision> | undefined {
    const known = this.#operation(asked);
    return known.requirements.length === 0 ? undefined : this.#decide(asked, known);
  }

  async #decide(asked: AskedOperation<P>, known: KnownOperation): Promise<AccessDecision> {
    const unmet = await unmetRequirements(known.requirements, this.port, asked.caller);
    if (unmet.size === 0) return ALL;
    const { part, restricted } = this.#variant(asked, known, unmet);
    if (part.denials.size === 0) return ALL;
    if (this.port.dryRun) return { kind: 'all', spared: [...restricted.denied.values()] };
    const refused = this.#refused(asked, restricted, unmet);
    if (refused.length === 0) return { kind: 'part', operation: part };
    return { kind: 'none', refusal: this.#refusal(refused, asked.caller.principal) };
  }

  /** The fields for which the whole operation is refused: those that this request selects. */
  #refused(
    { document, definition, variables }: AskedOperation<P>,
    restricted: RestrictedOperation,
    unmet: ReadonlySet<Requirement>,
  ): readonly DeniedField[] {
    // Without its one root field a subscription has no events.
    if (definition.operation === 'subscription') {
      const roots = [...restricted.denied.values()].filter(({ path }) => path.length === 1);
      if (roots.length > 0) return roots;
    }
    if (this.port.onDenied !== 'reject') return [];
    const { schema, requirements } = this;
    const isUnmet = (requirement: Requirement): boolean => unmet.has(requirement);
    const selected = restrictOperation(
      schema,
      requirements,
      document,
      definition,
      isUnmet,
      variables,
    );
    return [...selected.denied.values()];
  }

  #refusal(fields: readonly DeniedField[], principal: P | null): Refusal {
    const errors = fields
      .slice(0, ERRORS_PER_REFUSAL)
      .map((field) => this.#error(field, principal, field.path));
    return principal === null
      ? { errors, status: 401, headers: { 'www-authenticate': 'Bearer' } }
      : { errors, status: 403 };
  }

  #operation({
    document,
    definition,
  }: Pick<AskedOperation<P>, 'document' | 'definition'>): KnownOperation {
    const known = this.#known.get(definition);
    if (known) return known;
    const { schema, requirements } = this;
    const operation = {
      requirements: operationRequirements(schema, requirements, document, definition),
      variants: new LruCache<string, { restricted: RestrictedOperation; part: PartialOperation }>(
        VARIANTS,
      ),
    };
    this.#known.set(definition, operation);
    return operation;
  }

  #variant(
    { document, definition }: AskedOperation<P>,
    { requirements, variants }: KnownOperation,
    unmet: ReadonlySet<Requirement>,
  ): { restricted: RestrictedOperation; part: PartialOperation } {
    const key = requirements.map((requirement) => (unmet.has(requirement) ? '0' : '1')).join('');
    const known = variants.get(key);
    if (known) return known;
    const restricted = restrictOperation(
      this.schema,
      this.requirements,
      document,
      definition,
      (requirement) => unmet.has(requirement),
    );
    const denials = new Map<FieldNode, Denial>();
    for (const [node, field] of restricted.denied) {
      denials.set(node, {
        error: (principal, path) => this.#error(field, principal as P | null, path),
      });
    }
    const variant = { restricted, part: { ...restricted, denials } };
    variants.set(key, variant);
    return variant;
  }

  #error(
    { coordinate, requirement }: DeniedField,
    principal: P | null,
    path: readonly (string | number)[],
  ): GraphQLError {
    const { message, extensions } =
      this.port.denied?.(coordinate, requirement, principal) ?? unauthorized();
    return new AccessDenied(message, { path, extensions });
  }
}

/** As Apollo's router words it. */
function unauthorized(): GraphQLError {
  const extensions = { code: 'UNAUTHORIZED_FIELD_OR_TYPE' };
  return new GraphQLError('Unauthorized field or type', { extensions });
}

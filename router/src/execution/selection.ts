import { type FieldNode, type GraphQLCompositeType, isAbstractType, isObjectType } from 'graphql';
import { planKey } from '../planner/plan-keys.js';
import { isIntrospection } from '../planner/planning-document.js';
import { hold } from './conditions.js';
import type { Denial } from './denial.js';
import type { JsonObject } from './json.js';
import { quote } from './json-text.js';
import { inOrder, type Place } from './key-order.js';
import { compileOutput } from './output.js';
import type { CompiledField, PlannedField } from './planned-field.js';
import { fieldOf } from './schema-lookup.js';
import { type Part, type VisitContext, visitSelection } from './visit-selection.js';

/** What compiling one operation knows. */
export interface CompileContext extends VisitContext {
  /** Fields that the caller does not see. */
  readonly denials?: ReadonlyMap<FieldNode, Denial> | undefined;
}

/** A fragment with `@defer`: a part of the answer by itself. */
export interface DeferredFragment {
  /** Of the router's own; see `numbered`. */
  readonly label: string;
  /** As in {@link PlannedField.when}. */
  readonly when: PlannedField['when'];
  readonly selection: Selection;
}

/** A field wherever it is selected, and what is selected below it. */
interface SelectedField {
  readonly nodes: FieldNode[];
  readonly parts: Part[];
}

interface Resolved {
  readonly fields: readonly PlannedField[];
  readonly deferred: readonly DeferredFragment[];
}

/** Selections that stand at one place of an operation, resolved per runtime type and kept. */
export class Selection {
  readonly #byType = new Map<string, Resolved>();
  #tellsApart: boolean | undefined;

  constructor(
    private readonly context: CompileContext,
    private readonly parts: readonly Part[],
    /** Introspection is answered under the client's own keys, everything else under plan keys. */
    private readonly introspected = false,
  ) {}

  /** The fields that an object of type `typeName` answers, in the order of the operation. */
  fieldsFor(typeName: string): readonly PlannedField[] {
    return this.#resolve(typeName).fields;
  }

  /** The fragments that an object of type `typeName` answers later. */
  deferredFor(typeName: string): readonly DeferredFragment[] {
    return this.#resolve(typeName).deferred;
  }

  #resolve(typeName: string): Resolved {
    let resolved = this.#byType.get(typeName);
    if (!resolved) {
      resolved = this.#collect(typeName);
      this.#byType.set(typeName, resolved);
    }
    return resolved;
  }

  /** Do some of `types` answer other fields than others, or is any asked for its name? */
  tellsApart(types: readonly string[], variables: Readonly<JsonObject>): boolean {
    this.#tellsApart ??= this.#differ(types, () => true);
    if (!this.#tellsApart) return false;
    return this.#differ(types, ({ when }) => !when || when.some((group) => hold(group, variables)));
  }

  #differ(
    types: readonly string[],
    isSelected: (selected: Pick<PlannedField, 'when'>) => boolean,
  ): boolean {
    const signatures = types.map((typeName) => {
      const { deferred, fields: all } = this.#resolve(typeName);
      const fields = all.filter(isSelected);
      const named = fields.some(({ output }) => output === undefined);
      return JSON.stringify([
        named ? typeName : '',
        fields.map(({ key, source }) => [key, source]),
        deferred.filter(isSelected).map(({ label }) => label),
      ]);
    });
    return new Set(signatures).size > 1;
  }

  #collect(typeName: string): Resolved {
    const type = this.context.schema.getType(typeName);
    if (!isObjectType(type) && !isAbstractType(type)) return { fields: [], deferred: [] };
    const deferred: DeferredFragment[] = [];
    const found = new Map<string, SelectedField>();
    const places: Place[] = [];
    for (const part of this.parts) {
      visitSelection(this.context, part, type, {
        field(node, conditions) {
          const key = node.alias?.value ?? node.name.value;
          const field = found.get(key) ?? { nodes: [], parts: [] };
          field.nodes.push(node);
          places.push({ key, conditions });
          if (node.selectionSet) field.parts.push({ set: node.selectionSet, conditions });
          found.set(key, field);
        },
        deferred: (label, inner) => {
          const selection = new Selection(this.context, [inner], this.introspected);
          const when = inner.conditions.length === 0 ? undefined : [inner.conditions];
          deferred.push({ label, when, selection });
        },
      });
    }
    const fields = new Map<string, CompiledField>();
    for (const [key, selected] of found) {
      const field = this.#compile(key, selected, type);
      if (field) fields.set(key, field);
    }
    return { fields: inOrder(fields, places), deferred };
  }

  /** `undefined` for a field that the type does not have. */
  #compile(
    key: string,
    { nodes, parts }: SelectedField,
    type: GraphQLCompositeType,
  ): CompiledField | undefined {
    const { schema } = this.context;
    const [node] = nodes;
    if (!node) return undefined;
    const name = node.name.value;
    const introspected = this.introspected || isIntrospection(name);
    const prefix = `${quote(key)}:`;
    const common = {
      key,
      prefix,
      followingPrefix: `,${prefix}`,
      source: introspected ? key : planKey(node),
      coordinate: `${type.name}.${name}`,
      denied: this.#denial(nodes),
    };
    if (name === '__typename') return { ...common, output: undefined };
    const definition = fieldOf(schema, type, name);
    if (!definition) return undefined;
    const selection = new Selection(this.context, parts, introspected);
    return { ...common, output: compileOutput(definition.type, selection, schema) };
  }

  /** What one of several selections of a field denies, another one does not give away. */
  #denial(nodes: readonly FieldNode[]): Denial | undefined {
    const { denials } = this.context;
    const denied = denials && nodes.find((node) => denials.has(node));
    return denied && denials.get(denied);
  }
}

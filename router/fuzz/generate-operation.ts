import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';
import type { Random } from './random.ts';

/** An operation as text, and its variables as a client sends them. */
export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_DEPTH = 5;
const MAX_FIELDS = 60;

/** Makes up a query; not every one is valid (fields under one key may not fit together). */
export function generateOperation(schema: GraphQLSchema, random: Random): GeneratedOperation {
  return new Writer(schema, random).write();
}

class Writer {
  readonly #variables = new Map<string, { type: string; value: unknown }>();
  readonly #fragments: string[] = [];
  #aliases = 0;
  #fields = 0;

  readonly #schema: GraphQLSchema;
  readonly #random: Random;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  write(): GeneratedOperation {
    const query = this.#schema.getQueryType();
    if (!query) throw new TypeError('The schema has no query type.');
    const body = this.#set(query, 0);
    const declared = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    const text = [`query${declared && ` (${declared})`} ${body}`, ...this.#fragments].join('\n');
    const values = [...this.#variables].filter(([, { value }]) => value !== undefined);
    const variables = Object.fromEntries(values.map(([name, { value }]) => [name, value]));
    return { query: text, variables };
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    const count = 1 + random.below(depth === 0 ? 3 : 4);
    const selections = Array.from({ length: count }, () => this.#selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    const roll = random.below(100);
    const abstract = isAbstractType(type);
    if (depth < MAX_DEPTH && roll < (abstract ? 60 : 18)) return this.#fragment(type, depth);
    if (isUnionType(type) || roll > 92) return this.#typename();
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < MAX_DEPTH || !isCompositeType(getNamedType(field.type)),
    );
    if (fields.length === 0 || this.#fields > MAX_FIELDS) return this.#typename();
    return this.#field(random.pick(fields), depth);
  }

  #typename(): string {
    return this.#random.chance(20) ? `${this.#alias()}__typename` : '__typename';
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields++;
    const random = this.#random;
    const takes = field.args.length > 0;
    // Two values under one key would not fit together.
    const alias = takes || random.chance(20) ? this.#alias() : '';
    const argument = takes && random.chance(75) ? `(n: ${this.#number()})` : '';
    const directive = random.chance(12) ? ` ${this.#condition()}` : '';
    return `${alias}${field.name}${argument}${directive}${this.#children(field.type, depth)}`;
  }

  #children(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    return isCompositeType(named) ? ` ${this.#set(named, depth + 1)}` : '';
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    const condition = random.pick(this.#overlapping(type));
    const directive = random.chance(15) ? ` ${this.#condition()}` : '';
    if (random.chance(25)) {
      const name = `F${this.#fragments.length}`;
      const index = this.#fragments.push('') - 1;
      this.#fragments[index] =
        `fragment ${name} on ${condition.name} ${this.#set(condition, depth + 1)}`;
      return `...${name}${directive}`;
    }
    const on = condition === type && random.chance(50) ? '' : ` on ${condition.name}`;
    return `...${on}${directive} ${this.#set(condition, depth + 1)}`;
  }

  /** Types whose objects may stand where `type` does, abstract ones included. */
  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = new Set(this.#possible(type));
    const all = Object.values(this.#schema.getTypeMap()).filter(isCompositeType);
    return all.filter(
      (other) =>
        !other.name.startsWith('__') && this.#possible(other).some((name) => possible.has(name)),
    );
  }

  #possible(type: GraphQLCompositeType): string[] {
    return isAbstractType(type)
      ? this.#schema.getPossibleTypes(type).map(({ name }) => name)
      : [type.name];
  }

  #alias(): string {
    return `a${this.#aliases++}: `;
  }

  #number(): string {
    const random = this.#random;
    if (random.chance(50)) return random.pick(['0', '1', '2', '7', 'null']);
    const name = `n${random.below(3)}`;
    if (!this.#variables.has(name)) {
      const type = random.pick(['Int', 'Int = 2', 'Int!']);
      const value = random.pick([1, 3, ...(type === 'Int!' ? [4] : [undefined, null])]);
      this.#variables.set(name, { type, value });
    }
    return `$${name}`;
  }

  #condition(): string {
    const random = this.#random;
    const directive = random.pick(['skip', 'include']);
    if (random.chance(20)) return `@${directive}(if: ${random.chance(50)})`;
    const name = `b${random.below(3)}`;
    if (!this.#variables.has(name)) {
      const type = random.pick(['Boolean!', 'Boolean! = true']);
      const value = random.chance(50) ? random.chance(50) : type === 'Boolean!' ? true : undefined;
      this.#variables.set(name, { type, value });
    }
    return `@${directive}(if: $${name})`;
  }
}

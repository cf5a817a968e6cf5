import { createNexus, type Nexus, type NexusOptions, type UserError } from '@nexus/sdk';
import type { Person } from './people.js';

/** What became of a mutation: its payload where there is one, and every refusal by its name. */
export interface Outcome<Payload> {
  readonly payload: Payload | null;
  /** The rule (or code) of each error in the payload, and the code of each top-level error. */
  readonly refused: readonly string[];
  readonly errors: readonly UserError[];
}

type Input = Readonly<Record<string, unknown>>;

/** A document with one mutation in it, of the graph's one shape. */
export function mutationDocument(name: string, selection: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation Test($input: ${input}!) { ${name}(input: $input) { ${selection} errors { code message path rule } } }`;
}

/** Somebody with a client of the graph in their hands. */
export class Caller {
  constructor(
    readonly nexus: Nexus,
    readonly graph: string,
  ) {}

  static anonymous(graph: string, options: Partial<NexusOptions> = {}): Caller {
    return new Caller(createNexus({ url: graph, ...options }), graph);
  }

  /** Signs in with email and password, as anybody does. */
  static async signIn(
    graph: string,
    { email, password }: Pick<Person, 'email' | 'password'>,
    options: Partial<NexusOptions> = {},
  ): Promise<Caller> {
    const caller = Caller.anonymous(graph, options);
    const { session, errors } = await caller.nexus.signIn({ email, password });
    if (!session) throw new RangeError(`${email} cannot sign in: ${JSON.stringify(errors)}`);
    return caller;
  }

  get token(): string {
    return this.nexus.session?.accessToken ?? '';
  }

  query<Data>(document: string, variables: Input = {}): Promise<Data> {
    return this.nexus.query<Data>(document, variables);
  }

  /** A query's codes of top-level errors, and its data, whatever came. */
  async ask<Data>(document: string, variables: Input = {}) {
    const { data, errors = [] } = await this.nexus.execute<Data>(document, variables);
    return { data, codes: errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE') };
  }

  /** Sends a mutation and says what became of it. Throws only where the network fails. */
  async attempt<Payload>(name: string, input: Input, selection: string): Promise<Outcome<Payload>> {
    type Answer = Record<string, (Payload & { errors: UserError[] }) | null>;
    const document = mutationDocument(name, selection);
    const { data, errors: faults = [] } = await this.nexus.execute<Answer>(document, { input });
    const payload = data?.[name] ?? null;
    const errors = payload?.errors ?? [];
    const refused = [
      ...faults.map(({ extensions }) => extensions?.code ?? 'NO_CODE'),
      ...errors.map(({ rule, code }) => rule ?? code),
    ];
    return { payload, refused, errors };
  }

  /** A mutation that must succeed. */
  async do<Payload>(name: string, input: Input, selection: string): Promise<Payload> {
    const { payload, refused, errors } = await this.attempt<Payload>(name, input, selection);
    if (!payload || refused.length > 0)
      throw new RangeError(`${name} was refused: ${refused.join()} ${JSON.stringify(errors)}`);
    return payload;
  }
}

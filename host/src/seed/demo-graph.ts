import { randomUUID } from 'node:crypto';
import type { Principal } from '@nexus/kit/domain';
import type { Router } from '@nexus/router';

/** The graph refused a step of the seed: the demo's plan and the domains' rules have parted ways. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
}

interface UserError {
  readonly rule: string;
  readonly path: readonly string[] | null;
  readonly message: string;
}

/** Asks the graph as one person of the demo; the seed has no other way in. */
export class DemoGraph {
  constructor(private readonly router: Pick<Router<Principal>, 'execute'>) {}

  /** Runs one mutation field with an input and answers its payload. Throws SeedRefused where it was refused. */
  async run<Payload>(
    principal: Principal,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Payload> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${selection} errors { rule path message } } }`;
    const { data, errors } = await this.router.execute({ query, variables: { input }, principal });
    const payload = data?.[mutation] as
      | (Payload & { readonly errors: readonly UserError[] })
      | undefined;
    const refusals = payload?.errors.map(
      ({ rule, path, message }) => `${rule} at ${path?.join('.') ?? '-'}: ${message}`,
    );
    const problems = [...(errors?.map(({ message }) => message) ?? []), ...(refusals ?? [])];
    if (!payload || problems.length > 0) {
      throw new SeedRefused(`${mutation} ${JSON.stringify(input)}: ${problems.join('; ')}`);
    }
    return payload;
  }

  /** The same, but a refusal is told to `onRefused` and answers undefined: for steps that may be too late. */
  async attempt<Payload>(
    principal: Principal,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Payload | undefined> {
    return this.run<Payload>(principal, mutation, input, selection).catch((error: unknown) => {
      if (error instanceof SeedRefused) return undefined;
      throw error;
    });
  }

  async query<Data>(
    principal: Principal,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Data> {
    const { data, errors } = await this.router.execute({ query, variables, principal });
    if (errors?.[0] || !data) throw new SeedRefused(errors?.[0]?.message ?? 'no data');
    return data as Data;
  }

  /** A key for what moves money. */
  key(): string {
    return randomUUID();
  }
}

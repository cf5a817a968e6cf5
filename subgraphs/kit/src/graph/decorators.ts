import { Directive, Extensions, type MiddlewareFn, UseMiddleware } from 'type-graphql';
import { type Access, requireAccess } from './access.js';
import type { GraphContext } from './graph-context.js';

type AnyDecorator = ClassDecorator & PropertyDecorator & MethodDecorator;

function all(...decorators: readonly unknown[]): AnyDecorator {
  return ((...target: readonly unknown[]) => {
    for (const decorate of decorators)
      (decorate as (...args: readonly unknown[]) => void)(...target);
  }) as AnyDecorator;
}

/** The entity's key. `@Key('id', { resolvable: false })` on a stub of another domain's entity. */
export function Key(
  fields: string,
  { resolvable = true }: { resolvable?: boolean } = {},
): ClassDecorator {
  const rest = resolvable ? '' : ', resolvable: false';
  return Directive(`@key(fields: "${fields}"${rest})`) as ClassDecorator;
}

function enforce(access: Access): MiddlewareFn<GraphContext> {
  return ({ context }, next) => {
    requireAccess(access, context.principal);
    return next();
  };
}

/** Any signed-in caller. Emits `@authenticated` and enforces it here too. */
export function Authenticated(): AnyDecorator {
  return all(
    Directive('@authenticated'),
    Extensions({ access: 'authenticated' }),
    UseMiddleware(enforce('authenticated')),
  );
}

/**
 * The scope that whoever asks must hold. Emits `@requiresScopes` for the router and enforces the same here,
 * so that contract and check cannot drift apart. Row rules are the policy's matter.
 */
export function Requires(scope: string): AnyDecorator {
  return all(
    Directive(`@requiresScopes(scopes: [["${scope}"]])`),
    Extensions({ access: { scope } }),
    UseMiddleware(enforce({ scope })),
  );
}

/** Open to callers who are not signed in. Every root field says one of @Requires, @Authenticated, @Anonymous. */
export function Anonymous(): AnyDecorator {
  return all(Extensions({ access: 'anonymous' }));
}

/** Part of the contract for third parties. */
export function Public(): AnyDecorator {
  return all(Directive('@tag(name: "public")'));
}

/** What it weighs in demand control: PDF, AI, reports 50 and more. */
export function Cost(weight: number): AnyDecorator {
  return all(Directive(`@cost(weight: ${weight})`));
}

/** The events that a mutation may append, by full name: the schema is the event catalogue. */
export function Emits(...events: readonly string[]): AnyDecorator {
  return all(Directive(`@emits(events: ${JSON.stringify(events)})`), Extensions({ emits: events }));
}

/** A value type that several subgraphs define identically, or a root field that each of them can answer alike. */
export function Shareable(): AnyDecorator {
  return all(Directive('@shareable'));
}

/** A field that another subgraph owns and this one needs to know. */
export function External(): PropertyDecorator {
  return Directive('@external') as PropertyDecorator;
}

import { holdsScope } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { GraphQLError } from 'graphql';

/** The full names of a catalogue's events. */
export const eventNames = ({ specs }: { readonly specs: object }): string[] =>
  Object.keys(specs).map((name) => `projects.${name}`);

/** A subscription begins only where there is something to see; later each event is checked again. */
export async function beginLive(
  ctx: GraphContext,
  find: () => Promise<object | undefined>,
  what: string,
): Promise<void> {
  if (!holdsScope(ctx.principal, 'projects:read')) {
    const code = ctx.principal.type === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    throw new GraphQLError('You may not see this.', { extensions: { code } });
  }
  const row = await find();
  await ctx.read.release();
  if (!row)
    throw new GraphQLError(`There is no such ${what}.`, { extensions: { code: 'NOT_FOUND' } });
}

import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { canRestoreClient, canUpdateClient, canWriteClient } from '../policies/client.policy.js';
import { Client } from '../read/client.entity.js';

/** What the caller could do with a client now, by the policies that the mutations ask. */
@Resolver(() => Client)
export class ClientAffordancesResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may change facts, owner and lifecycle now.',
  })
  viewerCanUpdate(@Root() row: Client, @Ctx() { principal }: GraphContext): boolean {
    return canUpdateClient(principal, row);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may archive it now, unless it has open business.',
  })
  viewerCanArchive(@Root() row: Client, @Ctx() { principal }: GraphContext): boolean {
    return canUpdateClient(principal, row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may bring it back now.' })
  viewerCanRestore(@Root() row: Client, @Ctx() { principal }: GraphContext): boolean {
    return canRestoreClient(principal, row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may add people to it.' })
  viewerCanAddContact(@Root() row: Client, @Ctx() { principal }: GraphContext): boolean {
    return canWriteClient(principal, row);
  }
}

import {
  type Answer,
  ConnectionArgs,
  Emits,
  filterSql,
  type GraphContext,
  mutate,
  Payload,
  Public,
  Requires,
} from '@nexus/kit/graph';
import { allOf, type Page, paginate, sql, visibleRows } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { client } from '../domain/client.aggregate.js';
import { takeClientName } from '../guards/client-name.guard.js';
import { canReadClient } from '../policies/client.policy.js';
import { Client, ClientConnection } from '../read/client.entity.js';
import { clientResource, ownerCheck, writableClient } from './client.access.js';
import {
  ClientArchiveInput,
  ClientAssignOwnerInput,
  ClientChangeLifecycleInput,
  ClientCreateInput,
  ClientFilter,
  ClientOrder,
  ClientRestoreInput,
  ClientUpdateInput,
} from './client.inputs.js';
import { clientOrder, clientSearch } from './client.list.js';
import { UserRef } from './user.stub.js';

@ObjectType({ description: 'A client that was written.' })
export class ClientPayload extends Payload {
  @Field(() => Client, { nullable: true, description: 'The client, where it was done.' })
  client?: Client;
}

type Written = Promise<Answer<{ client: Client | undefined }>>;

@Resolver(() => Client)
export class ClientResolver {
  @Query(() => Client, {
    nullable: true,
    description: 'A client; null where there is none within reach.',
  })
  @Requires('crm:read')
  @Public()
  async client(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The client.' }) id: string,
  ) {
    const row = await ctx.read.row(Client, id);
    return row && canReadClient(ctx.principal, row) ? row : null;
  }

  @Query(() => ClientConnection, {
    description: 'The clients within reach, by name unless ordered otherwise.',
  })
  @Requires('crm:read')
  @Public()
  clients(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ClientFilter, { nullable: true, description: 'Which ones.' })
    filter?: ClientFilter,
    @Arg('search', () => String, { nullable: true, description: 'Names beginning with this.' })
    search?: string,
    @Arg('orderBy', () => [ClientOrder], { nullable: true, description: 'In which order.' })
    orderBy?: ClientOrder[],
    @Arg('includeArchived', () => Boolean, {
      defaultValue: false,
      description: 'Archived ones too.',
    })
    archived = false,
  ): Promise<Page<Client>> {
    const where = allOf(
      visibleRows(ctx.principal, 'crm:read', clientResource),
      archived ? undefined : sql`NOT t.archived`,
      filter?.lifecycle ? sql`t.lifecycle = ANY (${filter.lifecycle})` : undefined,
      ...filterSql(sql`t.owner_id`, filter?.ownerId),
      ...filterSql(sql`t.id`, filter?.id),
      clientSearch(search),
    );
    return paginate(ctx.read, { entity: Client, where, orderBy: clientOrder(orderBy), args });
  }

  @Mutation(() => ClientPayload, { description: 'Creates a client. It begins as a prospect.' })
  @Requires('crm:write')
  @Emits('crm.ClientCreated')
  @Public()
  async clientCreate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ClientCreateInput) input: ClientCreateInput,
  ): Written {
    const checkOwner = await ownerCheck(ctx, input.ownerId);
    return mutate(ctx, input, async (tx) => {
      checkOwner(tx);
      const clientId = ctx.newId('Client');
      const {
        name,
        currency,
        legalName = null,
        vatId = null,
        industry = null,
        address,
        ownerId,
        tags,
      } = input;
      await tx.run(client, clientId, {
        type: 'CreateClient',
        client: {
          clientId,
          name,
          currency,
          legalName,
          vatId,
          industry,
          segment: input.segment ?? 'OTHER',
          address: address
            ? { ...address, line2: address.line2 ?? null, region: address.region ?? null }
            : null,
          ownerId: ownerId ?? (ctx.principal.type === 'user' ? ctx.principal.subject : null),
          tags: tags ?? [],
        },
      });
      await takeClientName(tx, clientId, name);
      return { client: await tx.row(Client, clientId) };
    });
  }

  @Mutation(() => ClientPayload, { description: 'Changes the facts of a client.' })
  @Requires('crm:write')
  @Emits('crm.ClientUpdated')
  clientUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ClientUpdateInput) input: ClientUpdateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const {
        id,
        expectedVersion,
        name,
        currency,
        segment,
        tags,
        address,
        legalName,
        vatId,
        industry,
      } = input;
      await writableClient(tx, id);
      const changes = {
        ...(name != null && { name }),
        ...(currency != null && { currency }),
        ...(segment != null && { segment }),
        ...(tags != null && { tags }),
        ...(legalName !== undefined && { legalName }),
        ...(vatId !== undefined && { vatId }),
        ...(industry !== undefined && { industry }),
        ...(address !== undefined && {
          address: address && {
            ...address,
            line2: address.line2 ?? null,
            region: address.region ?? null,
          },
        }),
      };
      await tx.run(
        client,
        id,
        { type: 'UpdateClient', clientId: id, changes },
        { expectedVersion },
      );
      if (name != null) await takeClientName(tx, id, name);
      return { client: await tx.row(Client, id) };
    });
  }

  @Mutation(() => ClientPayload, {
    description: 'Moves a client along: prospect, onboarding, active, past.',
  })
  @Requires('crm:write')
  @Emits('crm.ClientLifecycleChanged')
  clientChangeLifecycle(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ClientChangeLifecycleInput) input: ClientChangeLifecycleInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, lifecycle } = input;
      await writableClient(tx, id);
      await tx.run(client, id, {
        type: 'ChangeLifecycle',
        clientId: id,
        to: lifecycle,
        cause: 'MANUAL',
      });
      return { client: await tx.row(Client, id) };
    });
  }

  @Mutation(() => ClientPayload, {
    description: 'Hands a client to another account manager, or to nobody.',
  })
  @Requires('crm:write')
  @Emits('crm.ClientOwnerChanged')
  async clientAssignOwner(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ClientAssignOwnerInput) input: ClientAssignOwnerInput,
  ): Written {
    const checkOwner = await ownerCheck(ctx, input.ownerId);
    return mutate(ctx, input, async (tx) => {
      await writableClient(tx, input.id);
      checkOwner(tx);
      await tx.run(client, input.id, {
        type: 'AssignOwner',
        clientId: input.id,
        ownerId: input.ownerId ?? null,
      });
      return { client: await tx.row(Client, input.id) };
    });
  }

  @Mutation(() => ClientPayload, {
    description: 'Hides a client from default lists; refused while it has open business.',
  })
  @Requires('crm:write')
  @Emits('crm.ClientArchived')
  async clientArchive(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ClientArchiveInput) input: ClientArchiveInput,
  ): Written {
    await ctx.fence('crm.business');
    return mutate(ctx, input, async (tx) => {
      const { id } = await writableClient(tx, input.id);
      const [open] = await tx.sql<{ n: number }>(
        'SELECT count(*) AS n FROM crm.business WHERE client_id = $1 AND open',
        [id],
      );
      await tx.run(client, id, { type: 'ArchiveClient', clientId: id, openBusiness: open?.n ?? 0 });
      return { client: await tx.row(Client, id) };
    });
  }

  @Mutation(() => ClientPayload, { description: 'Brings an archived client back.' })
  @Requires('crm:write')
  @Emits('crm.ClientRestored')
  clientRestore(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ClientRestoreInput) input: ClientRestoreInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      await writableClient(tx, input.id);
      await tx.run(client, input.id, { type: 'RestoreClient', clientId: input.id });
      return { client: await tx.row(Client, input.id) };
    });
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'The account manager.' })
  owner(@Root() { ownerId }: Client): UserRef | null {
    return ownerId ? { id: ownerId } : null;
  }
}

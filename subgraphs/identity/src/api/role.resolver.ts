import { Requires } from '@nexus/kit/graph';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { MembershipKind } from '../../events.d.ts';
import { rightsOf } from '../domain/grant.js';
import { ROLES } from '../domain/roles.js';
import { MembershipKindEnum } from '../read/enums.js';

@ObjectType({
  description: 'A named set of rights. The system’s roles are the same in every tenant.',
  simpleResolvers: true,
})
export class Role {
  @Field(() => String, { description: 'Its code, as memberships name it.' })
  code!: string;

  @Field(() => String, { description: 'Its name for people.' })
  name!: string;

  @Field(() => String, { description: 'What it is for.' })
  description!: string;

  @Field(() => MembershipKindEnum, { description: 'Which members may hold it.' })
  kind!: MembershipKind;

  @Field(() => [String], {
    description: 'The scopes it gives, expanded; some perhaps under conditions.',
  })
  scopes!: string[];

  @Field(() => [String], { description: 'Those of the scopes that hold under conditions only.' })
  conditionalScopes!: string[];
}

@Resolver()
export class RoleResolver {
  @Query(() => [Role], { description: 'The roles that members can hold.' })
  @Requires('identity:roles:read')
  roles(): Role[] {
    return ROLES.map(({ code, name, description, kind, grants }) => {
      const { scopes, conditions } = rightsOf(grants);
      return {
        code,
        name,
        description,
        kind,
        scopes: [...scopes],
        conditionalScopes: Object.keys(conditions),
      };
    });
  }
}

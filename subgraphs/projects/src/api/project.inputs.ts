import {
  DateFilter,
  DateScalar,
  enumeration,
  IdFilter,
  MoneyInput,
  MutationInput,
  type OrderDirection,
  OrderDirectionEnum,
} from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { BudgetKind, ProjectPhase, ProjectRole } from '../../events.d.ts';
import { BudgetKindEnum, ProjectPhaseEnum, ProjectRoleEnum } from '../read/project.enums.js';

@InputType({ description: 'How the work of a project is paid, and what it may cost.' })
export class ProjectBudgetInput {
  @Field(() => BudgetKindEnum, { description: 'How it is paid.' })
  kind!: BudgetKind;

  @Field(() => MoneyInput, { nullable: true, description: 'The price agreed or expected.' })
  amount?: MoneyInput | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What it may cost us; 70 % of the amount unless given.',
  })
  cost?: MoneyInput | null;
}

@InputType({ description: 'A new project.' })
export class ProjectCreateInput extends MutationInput {
  @Field(() => String, { description: 'The name it goes by; unique for its client.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The client; none for internal work.' })
  clientId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its first day; today unless given.' })
  start?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day, as planned.' })
  end?: string | null;

  @Field(() => ProjectBudgetInput, {
    nullable: true,
    description: 'Time and materials for a client, not billable without one, unless given.',
  })
  budget?: ProjectBudgetInput | null;

  @Field(() => ID, { nullable: true, description: 'Who manages it; the caller unless given.' })
  managerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its short name, `ACM-12`; a free one is found unless given.',
  })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description?: string | null;

  @Field(() => [String], { nullable: true, description: 'Free labels, at most 20.' })
  tags?: string[] | null;
}

@InputType({ description: 'Changes of a project; what is left out stays as it is.' })
export class ProjectUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Refuse unless it is at this version.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'The name it goes by.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its first day.' })
  start?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null takes it away.' })
  end?: string | null;

  @Field(() => ProjectBudgetInput, { nullable: true, description: 'The whole budget, anew.' })
  budget?: ProjectBudgetInput | null;

  @Field(() => [String], { nullable: true, description: 'Free labels, at most 20.' })
  tags?: string[] | null;
}

@InputType({ description: 'A step of a project along its phases.' })
export class ProjectChangePhaseInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => ProjectPhaseEnum, { description: 'The phase it enters.' })
  to!: ProjectPhase;

  @Field(() => String, { nullable: true, description: 'Why it goes back; needed on the way back.' })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the gate is passed although items are open; takes `projects:override`.',
  })
  overrideReason?: string | null;
}

@InputType({ description: 'Puts a project on hold.' })
export class ProjectHoldInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Takes up a project again.' })
export class ProjectResumeInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;
}

@InputType({ description: 'Gives up a project.' })
export class ProjectCancelInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Opens a project that had ended.' })
export class ProjectReopenInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'A new member of a project.' })
export class ProjectMemberAddInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The person, a member of staff.' })
  userId!: string;

  @Field(() => ProjectRoleEnum, {
    description: 'What the person is there. MANAGER hands the project over.',
  })
  role!: ProjectRole;
}

@InputType({ description: 'Somebody leaves a project.' })
export class ProjectMemberRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The person.' })
  userId!: string;
}

@InputType({ description: 'Hands a project over.' })
export class ProjectManagerChangeInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The new manager, a member of staff.' })
  userId!: string;
}

@InputType({ description: 'Which projects.' })
export class ProjectFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => [ProjectPhaseEnum], { nullable: true, description: 'In one of these phases.' })
  phase?: ProjectPhase[] | null;

  @Field(() => Boolean, { nullable: true, description: 'On hold, or not.' })
  onHold?: boolean | null;

  @Field(() => IdFilter, { nullable: true, description: 'By client.' })
  clientId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'By manager.' })
  managerId?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'With this person as a member.' })
  memberId?: string | null;

  @Field(() => DateFilter, { nullable: true, description: 'By the last day.' })
  end?: DateFilter | null;

  @Field(() => String, { nullable: true, description: 'With this tag.' })
  tag?: string | null;
}

export const ProjectOrderFieldEnum = enumeration(
  'ProjectOrderField',
  'What a list of projects is ordered by.',
  {
    NAME: 'The name.',
    CODE: 'The code.',
    END: 'The last day; projects without one come last.',
    UPDATED_AT: 'When it last changed.',
  },
);

@InputType({ description: 'One key of the order of projects.' })
export class ProjectOrder {
  @Field(() => ProjectOrderFieldEnum, { description: 'What to order by.' })
  field!: keyof typeof ProjectOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: OrderDirection;
}

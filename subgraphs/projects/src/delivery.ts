import type { ReferenceLoader } from '@nexus/kit/graph';
import { ActivityResolver } from './api/activity.resolver.js';
import {
  BoardColumnFieldsResolver,
  BoardResolver,
  ProjectBoardResolver,
} from './api/board.resolver.js';
import { BoardColumnResolver } from './api/board-column.resolver.js';
import { ChecklistResolver } from './api/checklist.resolver.js';
import { CommentResolver } from './api/comment.resolver.js';
import { CommentFieldsResolver, TaskCommentsResolver } from './api/comment-fields.resolver.js';
import { CommentLiveResolver } from './api/comment-live.resolver.js';
import {
  columnReferences,
  commentReferences,
  milestoneReferences,
  projectReferences,
  taskReferences,
} from './api/delivery.references.js';
import { DeliveryLiveResolver } from './api/delivery-live.resolver.js';
import { DependencyResolver } from './api/dependency.resolver.js';
import { MemberResolver } from './api/member.resolver.js';
import {
  MentionResolver,
  MentionsPayloadResolver,
  ViewerMentionsResolver,
} from './api/mention.resolver.js';
import { MilestoneResolver } from './api/milestone.resolver.js';
import { BoardPresenceResolver, BoardViewerResolver } from './api/presence.resolver.js';
import { ProjectResolver } from './api/project.resolver.js';
import { ProjectAffordancesResolver } from './api/project-affordances.resolver.js';
import { ProjectCreateResolver } from './api/project-create.resolver.js';
import { ProjectFieldsResolver } from './api/project-fields.resolver.js';
import {
  ClientProjectsResolver,
  ProjectQueryResolver,
  UserProjectsResolver,
} from './api/project-query.resolver.js';
import { TaskResolver } from './api/task.resolver.js';
import { TaskAffordancesResolver } from './api/task-affordances.resolver.js';
import { DependencyFieldsResolver, TaskFieldsResolver } from './api/task-fields.resolver.js';
import { TaskMoveResolver } from './api/task-move.resolver.js';
import { TaskQueryResolver, UserTasksResolver } from './api/task-query.resolver.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { boardEvents } from './domain/board.events.js';
import { commentEvents } from './domain/comment.events.js';
import { dependencyEvents } from './domain/dependency-graph.events.js';
import { mentionReadingEvents } from './domain/mention-reading.events.js';
import { projectEvents } from './domain/project.events.js';
import { taskEvents } from './domain/task.events.js';
import { deliveryMigrations } from './migrations/delivery.js';
import { taskLeaverReaction } from './reactions/task-leaver.reaction.js';
import { Activity } from './read/activity.entity.js';
import { activityProjection } from './read/activity.projection.js';
import { BoardColumn, boardColumnProjection } from './read/board-column.entity.js';
import { commentProjection, TaskComment } from './read/comment.entity.js';
import { Dependency, dependencyProjection } from './read/dependency.entity.js';
import { memberProjection, ProjectMember } from './read/member.entity.js';
import { Mention, mentionProjection } from './read/mention.entity.js';
import { MentionMark, mentionMarkProjection } from './read/mention-mark.entity.js';
import { Milestone, milestoneProjection } from './read/milestone.entity.js';
import {
  clientProjection,
  KnownClient,
  KnownPerson,
  personProjection,
} from './read/neighbours.entity.js';
import { Project } from './read/project.entity.js';
import { projectProjection } from './read/project.projection.js';
import { Task } from './read/task.entity.js';
import { taskProjection } from './read/task.projection.js';
import { TaskAssignee, taskAssigneeProjection } from './read/task-assignee.entity.js';

/** The part of this domain that keeps projects, boards and tasks; `index.ts` puts it beside the others. */
export const delivery = {
  catalogues: [
    projectEvents,
    boardEvents,
    taskEvents,
    dependencyEvents,
    commentEvents,
    mentionReadingEvents,
  ],
  resolvers: [
    ProjectQueryResolver,
    ProjectCreateResolver,
    ProjectResolver,
    ProjectFieldsResolver,
    ProjectAffordancesResolver,
    ProjectBoardResolver,
    ClientProjectsResolver,
    UserProjectsResolver,
    MemberResolver,
    MilestoneResolver,
    BoardResolver,
    BoardColumnResolver,
    BoardPresenceResolver,
    BoardViewerResolver,
    BoardColumnFieldsResolver,
    TaskQueryResolver,
    TaskResolver,
    TaskMoveResolver,
    TaskFieldsResolver,
    TaskAffordancesResolver,
    UserTasksResolver,
    DependencyResolver,
    DependencyFieldsResolver,
    ActivityResolver,
    ChecklistResolver,
    CommentResolver,
    CommentFieldsResolver,
    TaskCommentsResolver,
    DeliveryLiveResolver,
    CommentLiveResolver,
    ViewerResolver,
    MentionResolver,
    MentionsPayloadResolver,
    ViewerMentionsResolver,
  ],
  references: {
    Project: projectReferences,
    Task: taskReferences,
    Milestone: milestoneReferences,
    BoardColumn: columnReferences,
    TaskComment: commentReferences,
  } satisfies Readonly<Record<string, ReferenceLoader>>,
  entities: [
    Project,
    ProjectMember,
    Milestone,
    BoardColumn,
    Task,
    TaskAssignee,
    Dependency,
    TaskComment,
    Mention,
    MentionMark,
    Activity,
    KnownClient,
    KnownPerson,
  ],
  projections: [
    projectProjection,
    memberProjection,
    milestoneProjection,
    boardColumnProjection,
    taskProjection,
    taskAssigneeProjection,
    dependencyProjection,
    commentProjection,
    mentionProjection,
    mentionMarkProjection,
    activityProjection,
    clientProjection,
    personProjection,
  ],
  reactions: [taskLeaverReaction],
  migrations: deliveryMigrations,
} as const;

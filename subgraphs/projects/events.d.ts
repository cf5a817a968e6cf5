/**
 * What projects publishes: the payloads of its events, as other domains read them from the log.
 * Types only; the run-time declarations stand in `src/domain/*.events.ts`.
 *
 * Every event carries `projectId`; those that a client may see carry `clientId` too (null: internal project).
 */
import type { Money } from '@nexus/kit/domain';

// ---------------------------------------------------------------- projects, boards, tasks

export type ProjectPhase =
  | 'DISCOVERY'
  | 'PLANNING'
  | 'EXECUTION'
  | 'REVIEW'
  | 'DELIVERY'
  | 'SUPPORT'
  | 'CLOSED'
  | 'CANCELLED';
export type BudgetKind = 'TIME_AND_MATERIALS' | 'FIXED_PRICE' | 'RETAINER' | 'NON_BILLABLE';
export type ProjectRole = 'MANAGER' | 'LEAD' | 'MEMBER' | 'OBSERVER';
export type ColumnCategory = 'TODO' | 'DOING' | 'DONE';
export type WipMode = 'WARN' | 'BLOCK';
export type TaskType = 'TASK' | 'BUG' | 'STORY' | 'EPIC';
export type TaskPriority = 'URGENT' | 'HIGH' | 'MEDIUM' | 'LOW';
export type DependencyKind =
  | 'FINISH_TO_START'
  | 'START_TO_START'
  | 'FINISH_TO_FINISH'
  | 'START_TO_FINISH';
export type CommentVisibility = 'INTERNAL' | 'CLIENT';

export interface ProjectBudget {
  readonly kind: BudgetKind;
  /** The price agreed or expected; null where none was. */
  readonly amount: Money | null;
  /** What the work may cost us; null where neither cost nor amount was given. */
  readonly cost: Money | null;
}

interface OfProject {
  readonly projectId: string;
  readonly clientId: string | null;
}

export interface ProjectCreated extends OfProject {
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly managerId: string;
  /** 'YYYY-MM-DD' */
  readonly start: string;
  readonly end: string | null;
  readonly currency: string;
  readonly budget: ProjectBudget;
  readonly tags: readonly string[];
}

export interface ProjectChanges {
  readonly name?: string;
  readonly description?: string | null;
  readonly start?: string;
  readonly end?: string | null;
  readonly tags?: readonly string[];
}
export interface ProjectUpdated extends OfProject {
  readonly changes: ProjectChanges;
  /** What the fields were, the description left out; events of the past do not say. */
  readonly before?: ProjectChanges;
}

export interface ProjectBudgetChanged extends OfProject {
  readonly from: ProjectBudget;
  readonly to: ProjectBudget;
}

export interface GateResult {
  readonly item: string;
  readonly met: boolean;
}
/** Told of every change of phase, closing, cancelling and reopening included. */
export interface ProjectPhaseChanged extends OfProject {
  readonly from: ProjectPhase;
  readonly to: ProjectPhase;
  /** 'YYYY-MM-DD' in the tenant's zone. */
  readonly on: string;
  readonly gateResults: readonly GateResult[];
  readonly overrideReason: string | null;
  readonly reason: string | null;
}
export interface ProjectPutOnHold extends OfProject {
  readonly reason: string;
}
export type ProjectResumed = OfProject;
export interface ProjectClosed extends OfProject {
  readonly on: string;
}
export interface ProjectCancelled extends OfProject {
  readonly on: string;
  readonly reason: string;
}
export interface ProjectReopened extends OfProject {
  readonly to: ProjectPhase;
  readonly reason: string;
}

export interface ProjectMemberAdded extends OfProject {
  readonly userId: string;
  readonly role: ProjectRole;
  /** First day of the membership: the project's start. */
  readonly since: string;
}
export interface ProjectMemberRemoved extends OfProject {
  readonly userId: string;
  /** Last day of the membership. */
  readonly until: string;
}
/** The new manager holds the role MANAGER, the former one stays as LEAD. */
export interface ProjectManagerChanged extends OfProject {
  readonly from: string;
  readonly to: string;
}

export interface MilestoneAdded extends OfProject {
  readonly milestoneId: string;
  readonly name: string;
  readonly due: string;
  readonly billableAmount: Money | null;
  /** Percent of the budget's amount, 0 to 100. */
  readonly billablePercent: number | null;
  readonly weight: number;
}
export interface MilestoneRescheduled extends OfProject {
  readonly milestoneId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}
export interface MilestoneReached extends OfProject {
  readonly milestoneId: string;
  readonly name: string;
  readonly on: string;
  readonly billableAmount: Money | null;
}

export interface ColumnAdded extends OfProject {
  readonly columnId: string;
  readonly name: string;
  readonly category: ColumnCategory;
  /** Cards allowed at once; null where there is no fixed limit. */
  readonly wipLimit: number | null;
  /** Cards allowed per working member; null where the limit does not follow the team. */
  readonly wipPerMember: number | null;
  readonly wipMode: WipMode;
  /** Place among the columns, from the left; only the order counts. */
  readonly position: number;
}
export interface ColumnRenamed extends OfProject {
  readonly columnId: string;
  readonly name: string;
}
export interface ColumnReordered extends OfProject {
  /** Ids of all columns from left to right. */
  readonly order: readonly string[];
}
export interface WipLimitChanged extends OfProject {
  readonly columnId: string;
  readonly wipLimit: number | null;
  readonly wipPerMember: number | null;
  readonly wipMode: WipMode;
}
export interface ColumnRemoved extends OfProject {
  readonly columnId: string;
  readonly moveTo: string;
}
/** Ranks of a column's cards had grown too long and were dealt anew; their order is the same. */
export interface ColumnRebalanced extends OfProject {
  readonly columnId: string;
  readonly ranks: readonly { readonly taskId: string; readonly rank: string }[];
}

interface OfTask extends OfProject {
  readonly taskId: string;
}
export interface TaskCreated extends OfTask {
  /** `ACM-12-345` */
  readonly number: string;
  /** The last part of the number, counted without gaps in the project. */
  readonly sequence: number;
  readonly title: string;
  readonly description: string | null;
  readonly type: TaskType;
  readonly columnId: string;
  readonly category: ColumnCategory;
  readonly rank: string;
  readonly parentId: string | null;
  readonly milestoneId: string | null;
  readonly assigneeIds: readonly string[];
  readonly reporterId: string;
  readonly priority: TaskPriority;
  readonly points: number | null;
  readonly estimateMinutes: number | null;
  readonly start: string | null;
  readonly due: string | null;
  readonly labels: readonly string[];
  readonly clientVisible: boolean;
}
export interface TaskChanges {
  readonly title?: string;
  readonly description?: string | null;
  readonly type?: TaskType;
  readonly parentId?: string | null;
  readonly milestoneId?: string | null;
  readonly priority?: TaskPriority;
  readonly points?: number | null;
  readonly estimateMinutes?: number | null;
  readonly start?: string | null;
  readonly due?: string | null;
  readonly labels?: readonly string[];
  readonly clientVisible?: boolean;
}
export interface TaskUpdated extends OfTask {
  readonly changes: TaskChanges;
  /** What the fields were, the description left out; events of the past do not say. */
  readonly before?: TaskChanges;
}
export interface TaskAssigned extends OfTask {
  /** Those who were added. */
  readonly userIds: readonly string[];
  readonly by: string;
}
export interface TaskUnassigned extends OfTask {
  /** Those who were taken off. */
  readonly userIds: readonly string[];
}
export interface TaskMoved extends OfTask {
  readonly from: string;
  readonly to: string;
  readonly rank: string;
  readonly category: ColumnCategory;
}
/** Work began: the task entered a DOING column for the first time. */
export interface TaskStarted extends OfTask {
  readonly at: string;
}
export interface TaskCompleted extends OfTask {
  readonly completedAt: string;
  readonly points: number | null;
  readonly overrideReason: string | null;
}
export interface TaskReopened extends OfTask {
  readonly reason: string | null;
}
export interface TaskBlocked extends OfTask {
  readonly reason: string;
  readonly by: string;
  readonly since: string;
}
export type TaskUnblocked = OfTask;
export interface ChecklistItemAdded extends OfTask {
  readonly itemId: string;
  readonly text: string;
  readonly afterId: string | null;
}
export interface ChecklistItemChecked extends OfTask {
  readonly itemId: string;
}
export interface ChecklistItemUnchecked extends OfTask {
  readonly itemId: string;
}
export interface ChecklistItemRemoved extends OfTask {
  readonly itemId: string;
}
export type TaskArchived = OfTask;
export interface TaskRestored extends OfTask {
  readonly columnId: string;
  readonly category: ColumnCategory;
  readonly rank: string;
}

interface DependencyEdge {
  readonly projectId: string;
  /** The predecessor. */
  readonly from: string;
  /** The successor. */
  readonly to: string;
}
export interface DependencyAdded extends DependencyEdge {
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly kind: DependencyKind;
  /** Working days between the two; negative for a lead. */
  readonly lagDays: number;
}
export type DependencyRemoved = DependencyEdge;
export interface ParentSet {
  readonly projectId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly parentId: string | null;
  readonly parentNumber: string | null;
}

export interface CommentAdded extends OfTask {
  readonly commentId: string;
  readonly authorId: string;
  readonly body: string;
  readonly visibility: CommentVisibility;
  readonly parentId: string | null;
  readonly mentions: readonly string[];
  readonly at: string;
}
export interface CommentEdited extends OfTask {
  readonly commentId: string;
  readonly body: string;
  readonly mentions: readonly string[];
  /** Edited so late that readers are told. */
  readonly marked: boolean;
}
export interface CommentDeleted extends OfTask {
  readonly commentId: string;
}
/** Somebody called upon another; nobody is told of calling upon themselves. */
export interface UserMentioned extends OfTask {
  readonly commentId: string;
  readonly userId: string;
  readonly by: string;
}

/** Somebody has seen what they were called upon for. */
export interface MentionsRead {
  readonly userId: string;
  /** Mentions up to this instant are read. */
  readonly upTo: string;
}

/** Events of projects, boards and tasks by the name they have in the log. */
export interface DeliveryEvents {
  'projects.ProjectCreated': ProjectCreated;
  'projects.ProjectUpdated': ProjectUpdated;
  'projects.ProjectBudgetChanged': ProjectBudgetChanged;
  'projects.ProjectPhaseChanged': ProjectPhaseChanged;
  'projects.ProjectPutOnHold': ProjectPutOnHold;
  'projects.ProjectResumed': ProjectResumed;
  'projects.ProjectClosed': ProjectClosed;
  'projects.ProjectCancelled': ProjectCancelled;
  'projects.ProjectReopened': ProjectReopened;
  'projects.ProjectMemberAdded': ProjectMemberAdded;
  'projects.ProjectMemberRemoved': ProjectMemberRemoved;
  'projects.ProjectManagerChanged': ProjectManagerChanged;
  'projects.MilestoneAdded': MilestoneAdded;
  'projects.MilestoneRescheduled': MilestoneRescheduled;
  'projects.MilestoneReached': MilestoneReached;
  'projects.ColumnAdded': ColumnAdded;
  'projects.ColumnRenamed': ColumnRenamed;
  'projects.ColumnReordered': ColumnReordered;
  'projects.WipLimitChanged': WipLimitChanged;
  'projects.ColumnRemoved': ColumnRemoved;
  'projects.ColumnRebalanced': ColumnRebalanced;
  'projects.TaskCreated': TaskCreated;
  'projects.TaskUpdated': TaskUpdated;
  'projects.TaskAssigned': TaskAssigned;
  'projects.TaskUnassigned': TaskUnassigned;
  'projects.TaskMoved': TaskMoved;
  'projects.TaskStarted': TaskStarted;
  'projects.TaskCompleted': TaskCompleted;
  'projects.TaskReopened': TaskReopened;
  'projects.TaskBlocked': TaskBlocked;
  'projects.TaskUnblocked': TaskUnblocked;
  'projects.ChecklistItemAdded': ChecklistItemAdded;
  'projects.ChecklistItemChecked': ChecklistItemChecked;
  'projects.ChecklistItemUnchecked': ChecklistItemUnchecked;
  'projects.ChecklistItemRemoved': ChecklistItemRemoved;
  'projects.TaskArchived': TaskArchived;
  'projects.TaskRestored': TaskRestored;
  'projects.DependencyAdded': DependencyAdded;
  'projects.DependencyRemoved': DependencyRemoved;
  'projects.ParentSet': ParentSet;
  'projects.CommentAdded': CommentAdded;
  'projects.CommentEdited': CommentEdited;
  'projects.CommentDeleted': CommentDeleted;
  'projects.UserMentioned': UserMentioned;
  'projects.MentionsRead': MentionsRead;
}

// ---------------------------------------------------------------- time, rates, profit

interface OfEntry extends OfProject {
  readonly entryId: string;
  /** Who did the work. */
  readonly userId: string;
}

/** The first entry of a person's ISO week opened its sheet. */
export interface TimesheetOpened {
  readonly timesheetId: string;
  readonly userId: string;
  /** `2026-W47` */
  readonly week: string;
}
/** What was worked, as it is written down. */
export interface WorkedTime {
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly minutes: number;
  readonly billable: boolean;
  readonly note: string | null;
}
export interface TimeEntryAdded extends OfEntry, WorkedTime {
  readonly timesheetId: string;
  readonly week: string;
  readonly origin: 'LOGGED' | 'TIMER';
  /** The timer ran into its limit and was stopped by it. */
  readonly autoStopped: boolean;
}
/** The entry as it is after an edit; it is a draft again. */
export interface TimeEntryChanged extends OfEntry, WorkedTime {}
export interface TimeEntryDeleted extends OfEntry {
  /** MOVED: the entry goes on in the sheet of another week, under the same id. */
  readonly cause: 'DELETED' | 'MOVED';
}
export interface TimerStarted extends OfEntry {
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly billable: boolean;
  readonly note: string | null;
  /** Instant. */
  readonly at: string;
  /** IANA zone of the person, whose midnights split the time. */
  readonly timeZone: string;
}
export interface TimerStopped extends OfEntry {
  readonly startedAt: string;
  readonly at: string;
  readonly auto: boolean;
}
/** A person handed in what was still a draft in a week. */
export interface TimesheetSubmitted {
  readonly timesheetId: string;
  readonly userId: string;
  readonly week: string;
  readonly entries: readonly {
    readonly entryId: string;
    readonly projectId: string;
    readonly minutes: number;
  }[];
}
/** An approved hour's worth: the snapshot that billing bills and profit counts. */
export interface TimeEntryApproved extends OfEntry, WorkedTime {
  /** Price per hour at approval; null for work that is not billable. */
  readonly rate: Money | null;
  /** Cost per hour at approval. */
  readonly cost: Money | null;
  /** Grows with each approval of the same entry. */
  readonly version: number;
}
export interface TimeEntryRejected extends OfEntry {
  readonly reason: string;
}
/** An approval was taken back before it was billed; the entry waits for approval again. */
export type TimeEntryUnapproved = OfEntry;
/** A draft invoice took the entry: it cannot be un-approved. */
export interface TimeEntryReserved extends OfEntry {
  readonly invoiceId: string;
}
export interface TimeEntryInvoiced extends OfEntry {
  readonly invoiceId: string;
}
/** The draft or invoice gave the entry back; it can be billed again. */
export interface TimeEntryReleased extends OfEntry {
  readonly invoiceId: string;
}

export type RateLevel = 'TASK' | 'MEMBER' | 'PROJECT' | 'ROLE' | 'USER' | 'DEFAULT';
/** Whom a rate is for. Which fields are set follows from the level. */
export interface RateSubject {
  readonly level: RateLevel;
  readonly taskId: string | null;
  readonly projectId: string | null;
  readonly userId: string | null;
  readonly role: ProjectRole | null;
}
/** Rates were set; both amounts null: the rate was taken away. */
export interface RatesSet {
  readonly rates: readonly {
    readonly subject: RateSubject;
    readonly currency: string;
    /** Price and cost per hour in minor units. */
    readonly price: number | null;
    readonly cost: number | null;
  }[];
}
/** The built-in rates per role were switched on or off. */
export interface BuiltInRatesSwitched {
  readonly inUse: boolean;
}
export interface ProjectBudgetThresholdCrossed extends OfProject {
  readonly percent: number;
  readonly spent: Money;
  readonly budget: Money;
}

/** Events of time, rates and budgets by the name they have in the log. */
export interface TimeEvents {
  'projects.TimesheetOpened': TimesheetOpened;
  'projects.TimeEntryAdded': TimeEntryAdded;
  'projects.TimeEntryChanged': TimeEntryChanged;
  'projects.TimeEntryDeleted': TimeEntryDeleted;
  'projects.TimerStarted': TimerStarted;
  'projects.TimerStopped': TimerStopped;
  'projects.TimesheetSubmitted': TimesheetSubmitted;
  'projects.TimeEntryApproved': TimeEntryApproved;
  'projects.TimeEntryRejected': TimeEntryRejected;
  'projects.TimeEntryUnapproved': TimeEntryUnapproved;
  'projects.TimeEntryReserved': TimeEntryReserved;
  'projects.TimeEntryInvoiced': TimeEntryInvoiced;
  'projects.TimeEntryReleased': TimeEntryReleased;
  'projects.RatesSet': RatesSet;
  'projects.BuiltInRatesSwitched': BuiltInRatesSwitched;
  'projects.ProjectBudgetThresholdCrossed': ProjectBudgetThresholdCrossed;
}

/** Published event types by the name they have in the log. */
export interface ProjectsEvents extends DeliveryEvents, TimeEvents {}

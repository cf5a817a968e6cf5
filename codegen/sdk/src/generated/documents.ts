// Generated from schema/api.graphql and codegen/documents by `npm run generate -w @nexus/codegen`.
// Change those, not this file.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A postal address. */
export type AddressInput = {
  /** The town or city. */
  readonly city: string;
  /** The country by two letters (ISO 3166-1). */
  readonly country: string;
  /** Street and number. */
  readonly line1: string;
  /** Building, floor, department. */
  readonly line2?: string | null | undefined;
  /** The postcode. */
  readonly postcode: string;
  /** State or region, where taxes depend on it. */
  readonly region?: string | null | undefined;
};

/** How the work of a project is paid. */
export type BudgetKind =
  /** At a price agreed beforehand. */
  | 'FIXED_PRICE'
  /** Not at all: internal work. */
  | 'NON_BILLABLE'
  /** By a regular amount. */
  | 'RETAINER'
  /** By the hours worked. */
  | 'TIME_AND_MATERIALS';

/** A new client. */
export type ClientCreateInput = {
  /** Where it sits. */
  readonly address?: AddressInput | null | undefined;
  /** The currency it is invoiced in. */
  readonly currency: string;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** The line of business. */
  readonly industry?: string | null | undefined;
  /** The name in the commercial register. */
  readonly legalName?: string | null | undefined;
  /** The name it goes by; unique in the tenant. */
  readonly name: string;
  /** The account manager; the caller unless given. */
  readonly ownerId?: string | null | undefined;
  /** What kind of organisation it is; OTHER unless given. */
  readonly segment?: ClientSegment | null | undefined;
  /** Free labels, at most 20. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** The VAT identification number. */
  readonly vatId?: string | null | undefined;
};

/** What kind of organisation a client is. */
export type ClientSegment =
  /** A provider of colocation. */
  | 'COLOCATION'
  /** A large enterprise. */
  | 'ENTERPRISE'
  /** Something else. */
  | 'OTHER'
  /** A small or medium business. */
  | 'SMB'
  /** A university or school. */
  | 'UNIVERSITY';

/** What a column stands for. */
export type ColumnCategory =
  /** At work. */
  | 'DOING'
  /** Completed. */
  | 'DONE'
  /** Not begun. */
  | 'TODO';

/** A new draft from what is earned and not yet invoiced. Needs an idempotency key. */
export type InvoiceDraftCreateInput = {
  /** Who is asked to pay. */
  readonly clientId: string;
  /** Only items of this currency; the client’s unless given, or the one there is. */
  readonly currency?: string | null | undefined;
  /** How items become lines; by task unless given. */
  readonly grouping?: InvoiceGrouping | null | undefined;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Positions written by hand, after those. */
  readonly lines?: ReadonlyArray<InvoiceLineInput> | null | undefined;
  /** A text for the client. */
  readonly notes?: string | null | undefined;
  /** The client’s purchase order. */
  readonly poNumber?: string | null | undefined;
  /** Only what this project earned. */
  readonly projectId?: string | null | undefined;
  /** Days to pay; the client’s or the seller’s unless given. */
  readonly terms?: number | null | undefined;
  /** The last day that counts; today unless given. */
  readonly upTo?: string | null | undefined;
};

/** A draft to finalize. Needs an idempotency key. */
export type InvoiceFinalizeInput = {
  /** The draft. */
  readonly id: string;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
};

/** How items become lines. */
export type InvoiceGrouping =
  /** One line per time entry. */
  | 'ENTRY'
  /** One line per person and price; names are not printed. */
  | 'PERSON'
  /** One line per project and price. */
  | 'PROJECT'
  /** One line per task and price. */
  | 'TASK';

/** A position written by hand. */
export type InvoiceLineInput = {
  /** What is invoiced. */
  readonly description: string;
  /** What is taken off the line. */
  readonly discount?: MoneyInput | null | undefined;
  /** The client’s project that it belongs to. */
  readonly projectId?: string | null | undefined;
  /** How much of it, above 0, up to 6 decimals. */
  readonly quantity: string;
  /** Which tax rate; the standard one unless given. */
  readonly taxHint?: TaxHint | null | undefined;
  /** What it counts; pieces unless given. */
  readonly unit?: InvoiceUnit | null | undefined;
  /** Net price of one in the invoice’s currency. */
  readonly unitPrice: string;
};

/** A payment through the gateway. Needs an idempotency key. */
export type InvoicePayInput = {
  /** How much; all that is left unless given. */
  readonly amount?: MoneyInput | null | undefined;
  /** The invoice. */
  readonly id: string;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** What pays. */
  readonly method?: PaymentMethodInput | null | undefined;
};

/** Where an invoice is in its life. */
export type InvoiceStatus =
  /** It has no number yet and can be edited. */
  | 'DRAFT'
  /** It is finalized, and nothing is paid. */
  | 'OPEN'
  /** Nothing is left to pay. */
  | 'PAID'
  /** A part is paid. */
  | 'PARTIALLY_PAID'
  /** It was written off. */
  | 'UNCOLLECTIBLE'
  /** It was taken back before anybody outside had it. */
  | 'VOID';

/** What the quantity of a line counts. */
export type InvoiceUnit =
  /** Days. */
  | 'DAY'
  /** Hours. */
  | 'HOUR'
  /** Pieces. */
  | 'UNIT';

/** An exact amount of a currency. */
export type MoneyInput = {
  /** The amount in major units. */
  readonly amount: string;
  /** The currency by its ISO 4217 code. */
  readonly currency: string;
};

/** What pays: a token of the gateway. Card numbers are never accepted. */
export type PaymentMethodInput = {
  /** A token of the sandbox gateway: `tok_visa`, `tok_declined`, `tok_insufficient_funds`, `tok_requires_action`. */
  readonly sandbox?: string | null | undefined;
};

/** How the work of a project is paid, and what it may cost. */
export type ProjectBudgetInput = {
  /** The price agreed or expected. */
  readonly amount?: MoneyInput | null | undefined;
  /** What it may cost us; 70 % of the amount unless given. */
  readonly cost?: MoneyInput | null | undefined;
  /** How it is paid. */
  readonly kind: BudgetKind;
};

/** A new project. */
export type ProjectCreateInput = {
  /** Time and materials for a client, not billable without one, unless given. */
  readonly budget?: ProjectBudgetInput | null | undefined;
  /** The client; none for internal work. */
  readonly clientId?: string | null | undefined;
  /** Its short name, `ACM-12`; a free one is found unless given. */
  readonly code?: string | null | undefined;
  /** What it is about. */
  readonly description?: string | null | undefined;
  /** Its last day, as planned. */
  readonly end?: string | null | undefined;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Who manages it; the caller unless given. */
  readonly managerId?: string | null | undefined;
  /** The name it goes by; unique for its client. */
  readonly name: string;
  /** Its first day; today unless given. */
  readonly start?: string | null | undefined;
  /** Free labels, at most 20. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
};

/** A new member of a project. */
export type ProjectMemberAddInput = {
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** The project. */
  readonly projectId: string;
  /** What the person is there. MANAGER hands the project over. */
  readonly role: ProjectRole;
  /** The person, a member of staff. */
  readonly userId: string;
};

/** Where a project is in its life. */
export type ProjectPhase =
  /** Given up. */
  | 'CANCELLED'
  /** Done for good. */
  | 'CLOSED'
  /** Handing it over. */
  | 'DELIVERY'
  /** Finding out what is wanted. */
  | 'DISCOVERY'
  /** Doing the work. */
  | 'EXECUTION'
  /** Planning how and when. */
  | 'PLANNING'
  /** Checking what was done. */
  | 'REVIEW'
  /** Under warranty. */
  | 'SUPPORT';

/** What a member is in a project. */
export type ProjectRole =
  /** Leads the work and approves time. */
  | 'LEAD'
  /** Answers for it; each project has one. */
  | 'MANAGER'
  /** Works on it. */
  | 'MEMBER'
  /** Looks on. */
  | 'OBSERVER';

/** E-mail and password of a person who signs in. */
export type SessionCreateInput = {
  /** What an earlier sign-in gave to this device. */
  readonly deviceToken?: string | null | undefined;
  /** The address of the account. */
  readonly email: string;
  /** Through which membership to act; the one used last unless given. */
  readonly membershipId?: string | null | undefined;
  /** Its password. */
  readonly password: string;
  /** What the device says of itself, as browsers do (`User-Agent`); the person sees it among the own sessions. */
  readonly userAgent?: string | null | undefined;
};

/** A refresh token to exchange. */
export type SessionRefreshInput = {
  /** What an earlier sign-in gave to this device. */
  readonly deviceToken?: string | null | undefined;
  /** The newest refresh token of the session. */
  readonly refreshToken: string;
};

/** Completes a task. */
export type TaskCompleteInput = {
  /** The task. */
  readonly id: string;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why it is completed in spite of open work; takes `projects:override`. */
  readonly overrideReason?: string | null | undefined;
};

/** A new task. */
export type TaskCreateInput = {
  /** Who works on it: members of the project. */
  readonly assigneeIds?: ReadonlyArray<string> | null | undefined;
  /** Whether the client sees it. */
  readonly clientVisible?: boolean | null | undefined;
  /** Its column; the first one unless given. */
  readonly columnId?: string | null | undefined;
  /** More about it. */
  readonly description?: string | null | undefined;
  /** The day it should be done. */
  readonly due?: string | null | undefined;
  /** The minutes it is thought to take. */
  readonly estimateMinutes?: number | null | undefined;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Free labels, at most 20. */
  readonly labels?: ReadonlyArray<string> | null | undefined;
  /** The milestone it belongs to. */
  readonly milestoneId?: string | null | undefined;
  /** The task that it is a part of. */
  readonly parentId?: string | null | undefined;
  /** Its size: 0, 1, 2, 3, 5, 8, 13 or 21. */
  readonly points?: number | null | undefined;
  /** How soon it should be done. */
  readonly priority?: TaskPriority | null | undefined;
  /** The project. */
  readonly projectId: string;
  /** The day it should be begun. */
  readonly start?: string | null | undefined;
  /** What is to be done, at most 300 characters. */
  readonly title: string;
  /** What kind of work it is. */
  readonly type?: TaskType | null | undefined;
};

/** Moves a card on the board. */
export type TaskMoveInput = {
  /** The card that will stand right above it; goes before `beforeId` where both are given. */
  readonly afterId?: string | null | undefined;
  /** The card that will stand right below it. */
  readonly beforeId?: string | null | undefined;
  /** The column it goes to. */
  readonly columnId: string;
  /** Refuse unless the task is at this version; otherwise the last move wins. */
  readonly expectedVersion?: number | null | undefined;
  /** The task. */
  readonly id: string;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why it goes ahead in spite of open work; takes `projects:override`. */
  readonly overrideReason?: string | null | undefined;
};

/** How soon a task should be done. */
export type TaskPriority =
  /** Soon. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** In its turn. */
  | 'MEDIUM'
  /** At once. */
  | 'URGENT';

/** What kind of work a task is. */
export type TaskType =
  /** Something to repair. */
  | 'BUG'
  /** Something large made of others. */
  | 'EPIC'
  /** Something that a user wants. */
  | 'STORY'
  /** Something to do. */
  | 'TASK';

/** Which of a country’s rates a line takes. */
export type TaxHint =
  /** The reduced rate. */
  | 'REDUCED'
  /** The standard rate. */
  | 'STANDARD'
  /** The second reduced rate. */
  | 'SUPER_REDUCED'
  /** The zero rate. */
  | 'ZERO';

/** Entries to approve, all or none. */
export type TimeEntryApproveInput = {
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** The entries, at most 500; each counts once. */
  readonly ids: ReadonlyArray<string>;
};

/** Time worked by the caller. */
export type TimeEntryLogInput = {
  /** Whether the client pays for it; unless given, as the kind of the project’s budget says. */
  readonly billable?: boolean | null | undefined;
  /** The day; it must have begun somewhere on earth. */
  readonly date: string;
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whole minutes, from 1. */
  readonly minutes: number;
  /** What was done; 2,000 characters at most. */
  readonly note?: string | null | undefined;
  /** The project worked on. */
  readonly projectId: string;
  /** The task worked on. */
  readonly taskId?: string | null | undefined;
};

/** Where worked time is on its way from a note to an invoice. */
export type TimeEntryStatus =
  /** Approved: its price and cost are fixed. */
  | 'APPROVED'
  /** Written down; it can be changed. */
  | 'DRAFT'
  /** On a finalized invoice. */
  | 'INVOICED'
  /** Given back with a reason; it can be changed and handed in again. */
  | 'REJECTED'
  /** Handed in; it waits for approval. */
  | 'SUBMITTED';

/** A week to hand in. */
export type TimesheetSubmitInput = {
  /** The same key with the same input within 24 hours has one effect and gives the same answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** The ISO week, `2026-W47`. */
  readonly week: string;
};

/** What kind of problem it is: the closed set that programs act on. */
export type UserErrorCode =
  /** A second person must approve it. */
  | 'APPROVAL_REQUIRED'
  /** It conflicts with something else. */
  | 'CONFLICT'
  /** The currencies do not go together. */
  | 'CURRENCY_MISMATCH'
  /** It would depend on itself. */
  | 'DEPENDENCY_CYCLE'
  /** You may not do this. */
  | 'FORBIDDEN'
  /** The key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable. */
  | 'INVALID'
  /** E-mail or password is wrong. */
  | 'INVALID_CREDENTIALS'
  /** It is not in a state in which this can be done. */
  | 'INVALID_STATE'
  /** The same is being done right now. */
  | 'IN_PROGRESS'
  /** A limit is reached. */
  | 'LIMIT_REACHED'
  /** It can no longer be changed. */
  | 'LOCKED'
  /** It does not exist, or not for you. */
  | 'NOT_FOUND'
  /** The payer must confirm the payment. */
  | 'PAYMENT_ACTION_REQUIRED'
  /** The payment was declined. */
  | 'PAYMENT_DECLINED'
  /** Something needed is missing. */
  | 'REQUIRED'
  /** A business rule forbids it. */
  | 'RULE_VIOLATED'
  /** Nobody approves their own. */
  | 'SELF_APPROVAL'
  /** The session has ended; sign in again. */
  | 'SESSION_EXPIRED'
  /** It was changed meanwhile; look at it again. */
  | 'STALE_VERSION'
  /** Somebody or something else already has it. */
  | 'TAKEN'
  /** Too many tries; wait. */
  | 'THROTTLED'
  /** The token is unknown, used or expired. */
  | 'TOKEN_INVALID'
  /** A text is longer than allowed. */
  | 'TOO_LONG'
  /** More entries than one call may have. */
  | 'TOO_MANY'
  /** A needed service does not answer. */
  | 'UNAVAILABLE';

export type BoardChangedSubscriptionVariables = Exact<{
  projectId: string;
  after?: string | null | undefined;
}>;


export type BoardChangedSubscription = { readonly boardChanged: { readonly id: string, readonly sequence: string, readonly kind: string, readonly node: { readonly id: string, readonly title: string } | null } };

export type ClientCreateMutationVariables = Exact<{
  input: ClientCreateInput;
}>;


export type ClientCreateMutation = { readonly clientCreate: { readonly client: { readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type InvoiceDraftCreateMutationVariables = Exact<{
  input: InvoiceDraftCreateInput;
}>;


export type InvoiceDraftCreateMutation = { readonly invoiceDraftCreate: { readonly invoice: { readonly id: string, readonly lines: { readonly nodes: ReadonlyArray<{ readonly description: string, readonly quantity: string, readonly unitPrice: { readonly amount: string }, readonly net: { readonly amount: string }, readonly timeEntries: ReadonlyArray<{ readonly id: string } | null> }> }, readonly total: { readonly amount: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type InvoiceFinalizeMutationVariables = Exact<{
  input: InvoiceFinalizeInput;
}>;


export type InvoiceFinalizeMutation = { readonly invoiceFinalize: { readonly invoice: { readonly id: string, readonly number: string | null, readonly status: InvoiceStatus, readonly total: { readonly amount: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    >, readonly warnings: ReadonlyArray<{ readonly rule: string | null, readonly message: string }> } };

export type InvoicePaidSubscriptionVariables = Exact<{
  clientId: string;
  after?: string | null | undefined;
}>;


export type InvoicePaidSubscription = { readonly invoicePaid: { readonly id: string, readonly occurredAt: string, readonly sequence: string, readonly node: { readonly number: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly client: { readonly name: string } | null, readonly project: { readonly name: string, readonly profitability: { readonly marginPercent: number | null } | null } | null } | null } };

export type InvoicePayMutationVariables = Exact<{
  input: InvoicePayInput;
}>;


export type InvoicePayMutation = { readonly invoicePay: { readonly invoice: { readonly id: string, readonly status: InvoiceStatus } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type ProjectCreateMutationVariables = Exact<{
  input: ProjectCreateInput;
}>;


export type ProjectCreateMutation = { readonly projectCreate: { readonly project: { readonly id: string, readonly code: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type ProjectMemberAddMutationVariables = Exact<{
  input: ProjectMemberAddInput;
}>;


export type ProjectMemberAddMutation = { readonly projectMemberAdd: { readonly project: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type ProjectOverviewQueryVariables = Exact<{
  id: string;
}>;


export type ProjectOverviewQuery = { readonly project: { readonly name: string, readonly phase: ProjectPhase, readonly client: { readonly name: string, readonly outstandingBalance: { readonly amount: string, readonly currency: string } | null } | null, readonly board: { readonly columns: ReadonlyArray<{ readonly id: string, readonly name: string, readonly category: ColumnCategory, readonly wipLimit: number | null, readonly count: number, readonly tasks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly title: string }> } }> }, readonly profitability: { readonly marginPercent: number | null, readonly revenue: { readonly amount: string }, readonly cost: { readonly amount: string }, readonly margin: { readonly amount: string } } | null, readonly invoices: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly status: InvoiceStatus }> } | null } | null };

export type SessionRefreshMutationVariables = Exact<{
  input: SessionRefreshInput;
}>;


export type SessionRefreshMutation = { readonly sessionRefresh: { readonly session: { readonly accessToken: string, readonly refreshToken: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type SignInMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SignInMutation = { readonly sessionCreate: { readonly session: { readonly accessToken: string, readonly refreshToken: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type TaskCompleteMutationVariables = Exact<{
  input: TaskCompleteInput;
}>;


export type TaskCompleteMutation = { readonly taskComplete: { readonly task: { readonly id: string, readonly title: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type TaskCreateMutationVariables = Exact<{
  input: TaskCreateInput;
}>;


export type TaskCreateMutation = { readonly taskCreate: { readonly task: { readonly id: string, readonly title: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type TaskMoveMutationVariables = Exact<{
  input: TaskMoveInput;
}>;


export type TaskMoveMutation = { readonly taskMove: { readonly task: { readonly id: string, readonly title: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type TimeEntryApproveMutationVariables = Exact<{
  input: TimeEntryApproveInput;
}>;


export type TimeEntryApproveMutation = { readonly timeEntryApprove: { readonly timeEntries: ReadonlyArray<{ readonly id: string, readonly status: TimeEntryStatus }> | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type TimeEntryApprovedSubscriptionVariables = Exact<{
  projectId: string;
  after?: string | null | undefined;
}>;


export type TimeEntryApprovedSubscription = { readonly timeEntryApproved: { readonly id: string, readonly occurredAt: string, readonly sequence: string, readonly node: { readonly id: string, readonly minutes: number, readonly status: TimeEntryStatus } | null } };

export type TimeEntryLogMutationVariables = Exact<{
  input: TimeEntryLogInput;
}>;


export type TimeEntryLogMutation = { readonly timeEntryLog: { readonly timeEntry: { readonly id: string, readonly minutes: number, readonly status: TimeEntryStatus } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type TimesheetSubmitMutationVariables = Exact<{
  input: TimesheetSubmitInput;
}>;


export type TimesheetSubmitMutation = { readonly timesheetSubmit: { readonly timesheet: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly rule: string | null }
    > } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly user: { readonly id: string, readonly name: string, readonly email: string | null } | null, readonly tenant: { readonly id: string, readonly name: string } | null } | null };


export const BoardChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BoardChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"boardChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<BoardChangedSubscription, BoardChangedSubscriptionVariables>;
export const ClientCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClientCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClientCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clientCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<ClientCreateMutation, ClientCreateMutationVariables>;
export const InvoiceDraftCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvoiceDraftCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoiceDraftCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceDraftCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"net"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeEntries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<InvoiceDraftCreateMutation, InvoiceDraftCreateMutationVariables>;
export const InvoiceFinalizeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvoiceFinalize"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoiceFinalizeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceFinalize"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<InvoiceFinalizeMutation, InvoiceFinalizeMutationVariables>;
export const InvoicePaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"InvoicePaid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"clientId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoicePaid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clientId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"clientId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"profitability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marginPercent"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<InvoicePaidSubscription, InvoicePaidSubscriptionVariables>;
export const InvoicePayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvoicePay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoicePayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoicePay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<InvoicePayMutation, InvoicePayMutationVariables>;
export const ProjectCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProjectCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<ProjectCreateMutation, ProjectCreateMutationVariables>;
export const ProjectMemberAddDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProjectMemberAdd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectMemberAddInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectMemberAdd"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<ProjectMemberAddMutation, ProjectMemberAddMutationVariables>;
export const ProjectOverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectOverview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"outstandingBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"wipLimit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"margin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marginPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProjectOverviewQuery, ProjectOverviewQueryVariables>;
export const SessionRefreshDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionRefresh"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionRefreshInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionRefresh"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<SessionRefreshMutation, SessionRefreshMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const TaskCompleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TaskComplete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskCompleteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskComplete"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<TaskCompleteMutation, TaskCompleteMutationVariables>;
export const TaskCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TaskCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<TaskCreateMutation, TaskCreateMutationVariables>;
export const TaskMoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TaskMove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskMoveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskMove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<TaskMoveMutation, TaskMoveMutationVariables>;
export const TimeEntryApproveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TimeEntryApprove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeEntryApproveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeEntryApprove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeEntries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<TimeEntryApproveMutation, TimeEntryApproveMutationVariables>;
export const TimeEntryApprovedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TimeEntryApproved"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeEntryApproved"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<TimeEntryApprovedSubscription, TimeEntryApprovedSubscriptionVariables>;
export const TimeEntryLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TimeEntryLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeEntryLogInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeEntryLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeEntry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<TimeEntryLogMutation, TimeEntryLogMutationVariables>;
export const TimesheetSubmitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TimesheetSubmit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimesheetSubmitInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timesheetSubmit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timesheet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}}]}}]}}]}}]} as unknown as DocumentNode<TimesheetSubmitMutation, TimesheetSubmitMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;

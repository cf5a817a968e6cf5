import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { GraphContext } from '@nexus/kit/graph';
import { type ResourceSql, sql, visibleRows } from '@nexus/kit/read';
import { canManageProject, canOverride, canReadProject } from '../policies/project.policy.js';
import { KnownClient, KnownPerson } from '../read/neighbours.entity.js';
import { Project } from '../read/project.entity.js';

/** How the read model shows what conditions name. */
export const projectResource: ResourceSql = {
  projectId: { value: sql`t.id` },
  clientId: { value: sql`t.client_id` },
  managerId: { value: sql`t.manager_id` },
  memberIds: { contains: (value) => sql`(${value} = ANY (t.member_ids))` },
};

type Path = readonly string[];

/** The project to be written; absent and out of reach are the same answer. */
export async function projectInReach(tx: WriteSession, id: string, path: Path): Promise<Project> {
  const row = await tx.row(Project, id);
  if (row && canReadProject(tx.ctx.principal, row)) return row;
  return tx.refuse(violation('NOT_FOUND', 'There is no such project.', { path }));
}

export async function managedProject(
  tx: WriteSession,
  id: string,
  path: Path = ['id'],
): Promise<Project> {
  const row = await projectInReach(tx, id, path);
  if (canManageProject(tx.ctx.principal, row)) return row;
  return tx.refuse(violation('NOT_ALLOWED', 'You do not manage this project.', { path }));
}

/** A reason to go ahead in spite of a rule takes the right to. */
export function overrideAllowed(
  tx: WriteSession,
  project: Project,
  reason: string | null | undefined,
): string | null {
  if (reason == null) return null;
  if (canOverride(tx.ctx.principal, project)) return reason;
  return tx.refuse(
    violation('NOT_ALLOWED', 'You may not override this.', { path: ['overrideReason'] }),
  );
}

/** The project, where the caller may see it; for resolvers that read. */
export async function visibleProject(ctx: GraphContext, id: string): Promise<Project | undefined> {
  const row = await ctx.read.row(Project, id);
  return row && canReadProject(ctx.principal, row) ? row : undefined;
}

/** Ids of the projects that the caller may see; null where that is all of them. */
export async function visibleProjectIds(ctx: GraphContext): Promise<readonly string[] | null> {
  const where = visibleRows(ctx.principal, 'projects:read', projectResource);
  if (where.text === 'true') return null;
  const rows = await ctx.read.query<{ id: string }>(
    sql`SELECT t.id FROM projects.project t
        WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND ${where}`,
  );
  return rows.map(({ id }) => id);
}

/** A client of crm, also one that was created a moment ago. */
export function knownClient(ctx: GraphContext, id: string): Promise<KnownClient | undefined> {
  return ctx.reference('projects.client', () => ctx.read.row(KnownClient, id));
}

/** A person of identity, also one who joined a moment ago. */
export function knownPerson(ctx: GraphContext, id: string): Promise<KnownPerson | undefined> {
  return ctx.reference('projects.person', () => ctx.read.row(KnownPerson, id));
}

/** Refuses whoever is not an active member of staff. */
export function staffOnly(tx: WriteSession, person: KnownPerson | undefined, path: Path): void {
  if (person?.active && person.kind === 'STAFF') return;
  tx.refuse(violation('REFERENCE_UNKNOWN', 'There is no such member of staff.', { path }));
}

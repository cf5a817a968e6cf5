import { foldName, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';

const NAME = 'projects.project-name';
const CODE = 'projects.project-code';
/** The free code is at most so far behind the number of codes with its letters. */
const TRIES = 50;

/** Takes a name, unique among the projects of a client. Refuses with PROJECT_NAME_TAKEN. */
export async function takeProjectName(
  tx: WriteSession,
  { projectId, clientId, name }: { projectId: string; clientId: string | null; name: string },
): Promise<void> {
  await tx.release(NAME, projectId);
  if (!(await tx.reserve(NAME, `${clientId ?? ''}/${foldName(name)}`, projectId))) {
    tx.refuse(
      violation('PROJECT_NAME_TAKEN', 'The client has a project of this name.', { path: ['name'] }),
    );
  }
}

/** Takes a code that somebody chose. Refuses with PROJECT_CODE_TAKEN. */
export async function takeProjectCode(
  tx: WriteSession,
  projectId: string,
  code: string,
): Promise<void> {
  if (!(await tx.reserve(CODE, code, projectId))) {
    tx.refuse(
      violation('PROJECT_CODE_TAKEN', 'Another project has this code.', { path: ['code'] }),
    );
  }
}

/**
 * Takes the next free code with these letters, `ACM-12`. The counter counts codes per prefix; codes that
 * people chose are stepped over. Two that ask at once wait for each other at the counter's row.
 */
export async function takeFreeCode(
  tx: WriteSession,
  projectId: string,
  prefix: string,
): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [row] = await tx.sql<{ last: number }>(
      `INSERT INTO projects.code_counter (tenant_id, prefix, last) VALUES ($1, $2, 1)
       ON CONFLICT (tenant_id, prefix) DO UPDATE SET last = projects.code_counter.last + 1
       RETURNING last`,
      [tx.ctx.tenantId, prefix],
    );
    const code = `${prefix}-${row?.last}`;
    if (await tx.reserve(CODE, code, projectId)) return code;
  }
  return tx.refuse(
    violation('PROJECT_CODE_TAKEN', 'No free code was found; choose one.', { path: ['code'] }),
  );
}

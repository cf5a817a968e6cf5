import { PLATFORM_TENANT } from '../domain/index.js';
import type { Kernel } from '../events/kernel.js';
import type { SqlRunner } from '../events/sql-runner.js';
import { ReadSession } from './read-session.js';

/** Reads rows of the platform, what is of no tenant: one transaction, ended with the work. */
export async function readPlatform<Result>(
  { kernel }: { readonly kernel: Kernel },
  work: (tx: SqlRunner) => Promise<Result>,
): Promise<Result> {
  const session = new ReadSession(kernel, { tenantId: PLATFORM_TENANT, clientId: null });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

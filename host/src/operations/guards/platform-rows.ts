import { PLATFORM_TENANT, servicePrincipal } from '@nexus/kit/domain';
import {
  createContext,
  type Kernel,
  type SqlRunner,
  type WriteSession,
  write,
} from '@nexus/kit/events';
import { ReadSession } from '@nexus/kit/read';

/** Reads rows of the platform: what is of no tenant. */
export async function readPlatform<Result>(
  kernel: Kernel,
  work: (tx: SqlRunner) => Promise<Result>,
): Promise<Result> {
  const session = new ReadSession(kernel, { tenantId: PLATFORM_TENANT, clientId: null });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** One transaction on the platform, as operations itself. */
export async function writePlatform<Result>(
  kernel: Kernel,
  requestId: string,
  work: (tx: WriteSession) => Promise<Result>,
): Promise<Result> {
  const principal = servicePrincipal('operations', PLATFORM_TENANT);
  return (await write(kernel, createContext(kernel, principal, { requestId }), work)).result;
}

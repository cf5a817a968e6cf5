import { PLATFORM_TENANT, servicePrincipal } from '@nexus/kit/domain';
import { createContext, type Kernel, type WriteSession, write } from '@nexus/kit/events';

/** One transaction on the platform, as operations itself. */
export async function writePlatform<Result>(
  kernel: Kernel,
  requestId: string,
  work: (tx: WriteSession) => Promise<Result>,
): Promise<Result> {
  const principal = servicePrincipal('operations', PLATFORM_TENANT);
  return (await write(kernel, createContext(kernel, principal, { requestId }), work)).result;
}

import type { UserError } from '@nexus/sdk';
import { ViewerDocument } from '@nexus/ui/session/viewer.generated';
import type { Entrance } from '../../page/entrance.js';
import { InvitationAcceptDocument } from './accept.generated.js';

export interface Joining {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Accepts an invitation, and signs in with the cookie that only the sign-in gives: the session that accepting began
 * tells the address, and ends. @throws NexusError
 */
export async function join(
  { graph, signIn }: Pick<Entrance, 'graph' | 'signIn'>,
  input: Joining,
): Promise<readonly UserError[]> {
  const { invitationAccept } = await graph().mutate(InvitationAcceptDocument, { input });
  const { session, errors } = invitationAccept;
  if (!session) return errors;
  const joined = graph(session);
  const { viewer } = await joined.query(ViewerDocument, {});
  await joined.signOut();
  return signIn({ email: viewer?.user?.email ?? '', password: input.password });
}

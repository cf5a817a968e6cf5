import { createNexus } from '@nexus/sdk';
import { askViewer } from '../account/viewer.js';
import type { UserIdOf } from '../placeholders/people.js';

/** Looks a user of the demo up by signing in as them for a moment, beside the present session. */
export function userIdAt(url: string): UserIdOf {
  return async ({ email, password }) => {
    const nexus = createNexus({ url });
    const { session } = await nexus.signIn({ email, password });
    if (!session) return undefined;
    const person = await askViewer(nexus);
    await nexus.signOut();
    return person?.id;
  };
}

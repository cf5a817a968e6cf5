import type { AccountState } from '../account/account.js';
import type { DemoSignIn } from '../account/demo-sign-ins.js';
import type { TabDefinition } from './tabs.js';

/** Who the open tab is meant for, where that is not who is signed in; null where nothing is to offer. */
export function offerFor(
  title: string | undefined,
  tabs: readonly TabDefinition[],
  signIns: readonly DemoSignIn[],
  state: AccountState,
): DemoSignIn | null {
  if (state.status === 'busy' || state.status === 'unreachable') return null;
  const role = tabs.find((tab) => tab.title === title)?.role;
  const signIn = signIns.find((candidate) => candidate.role === role);
  if (!signIn) return null;
  return state.status === 'signed-in' && state.person.email === signIn.email ? null : signIn;
}

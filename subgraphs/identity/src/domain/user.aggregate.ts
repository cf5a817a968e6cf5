import {
  accept,
  aggregate,
  checkText,
  type Decision,
  judge,
  oneLine,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { PasswordChanged, UserRegistered } from '../../events.d.ts';
import { canonicalEmail, emailFindings } from './email.js';
import { type UserEvent, userEvents } from './user.events.js';
import { changedProfile, type Profile, type ProfilePatch } from './user-profile.js';

export type UserState =
  | { readonly status: 'ABSENT' }
  | ({ readonly status: 'ACTIVE'; readonly passwordSuspended: boolean } & Profile);

/** The password itself never comes here: it is checked and hashed beside the log (see `guards`). */
export type UserCommand =
  | { readonly type: 'Register'; readonly user: UserRegistered }
  | { readonly type: 'ChangePassword'; readonly change: PasswordChanged }
  | { readonly type: 'SuspendPassword'; readonly userId: string }
  | { readonly type: 'ChangeProfile'; readonly userId: string; readonly patch: ProfilePatch };

function evolve(state: UserState, event: UserEvent): UserState {
  if (event.type === 'UserRegistered') {
    const { name } = event.data;
    return { status: 'ACTIVE', passwordSuspended: false, name, locale: null, timeZone: null };
  }
  if (state.status === 'ABSENT') return state;
  switch (event.type) {
    case 'PasswordSignInSuspended':
      return { ...state, passwordSuspended: true };
    case 'PasswordSignInRestored':
      return { ...state, passwordSuspended: false };
    case 'PasswordChanged':
      return state;
    case 'UserProfileChanged':
      return { ...state, name: event.data.name };
    case 'UserPreferencesChanged': {
      const { locale, timeZone } = event.data;
      return { ...state, locale, timeZone };
    }
    default:
      return unreachable(event);
  }
}

function changeProfile(before: Profile, userId: string, patch: ProfilePatch): Decision<UserEvent> {
  const { profile, findings } = changedProfile(before, patch);
  const { name, locale, timeZone } = profile;
  const events: UserEvent[] = [];
  if (name !== before.name) events.push({ type: 'UserProfileChanged', data: { userId, name } });
  if (locale !== before.locale || timeZone !== before.timeZone) {
    events.push({ type: 'UserPreferencesChanged', data: { userId, locale, timeZone } });
  }
  return judge(findings, () => events);
}

function decide(state: UserState, command: UserCommand): Decision<UserEvent> {
  if (command.type === 'Register') {
    if (state.status !== 'ABSENT') return accept([]);
    const { user } = command;
    const data = { ...user, name: oneLine(user.name), email: canonicalEmail(user.email) };
    const findings = [
      ...emailFindings(user.email),
      ...checkText(user.name, ['name'], { max: 200 }),
    ];
    return judge(findings, () => [{ type: 'UserRegistered', data }]);
  }
  if (state.status === 'ABSENT') return refuse(violation('NOT_FOUND', 'There is no such account.'));
  switch (command.type) {
    case 'ChangePassword': {
      const { userId } = command.change;
      const changed: UserEvent = { type: 'PasswordChanged', data: command.change };
      // A new password, proven by mail, is also the way back after too many failures.
      const restored: UserEvent = { type: 'PasswordSignInRestored', data: { userId } };
      return accept(state.passwordSuspended ? [changed, restored] : [changed]);
    }
    case 'SuspendPassword': {
      if (state.passwordSuspended) return accept([]);
      const { userId } = command;
      return accept([
        { type: 'PasswordSignInSuspended', data: { userId, reason: 'TOO_MANY_FAILURES' } },
      ]);
    }
    case 'ChangeProfile':
      return changeProfile(state, command.userId, command.patch);
    default:
      return unreachable(command);
  }
}

/** One person's account, global: one address, one set of credentials, any number of tenants. */
export const user = aggregate<UserState, UserCommand, UserEvent>({
  name: 'user',
  catalogue: userEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});

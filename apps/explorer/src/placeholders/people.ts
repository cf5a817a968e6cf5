import type { DemoSignIn } from '../account/demo-sign-ins.js';
import type { Lookup } from './placeholder.types.js';

/** The user id of whoever signs in with these; undefined when they may not. */
export type UserIdOf = (signIn: DemoSignIn) => Promise<string | undefined>;

/**
 * Who plays a role in the demo: `demo.employee.id`, `demo.manager.email`, `demo.manager.password`.
 * Ids are asked for once.
 */
export function people(signIns: readonly DemoSignIn[], userIdOf: UserIdOf): Lookup {
  const ids = new Map<string, Promise<string | undefined>>();

  function idOf(signIn: DemoSignIn): Promise<string | undefined> {
    const asked = ids.get(signIn.role) ?? userIdOf(signIn);
    ids.set(signIn.role, asked);
    asked.catch(() => ids.delete(signIn.role));
    return asked;
  }

  return (name) => {
    const [demo, role, field] = name.split('.');
    const signIn = signIns.find((candidate) => candidate.role === role);
    if (demo !== 'demo' || !signIn) return undefined;
    if (field === 'id') return idOf(signIn);
    return field === 'email' || field === 'password' ? signIn[field] : undefined;
  };
}

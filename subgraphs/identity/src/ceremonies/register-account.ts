import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { user } from '../domain/user.aggregate.js';
import { insertAccount, storePassword } from '../guards/account.guard.js';

export interface Registration {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly via: 'INVITE' | 'OPERATOR';
}

/** Makes an account with its first password, in a transaction of the platform. */
export async function registerAccount(tx: WriteSession, registration: Registration): Promise<void> {
  const { userId, email, name, passwordHash, via } = registration;
  const { events } = await tx.run(user, userId, {
    type: 'Register',
    user: { userId, email, name, via },
  });
  const registered = events.find((event) => event.type === 'UserRegistered');
  const facts = registered?.type === 'UserRegistered' ? registered.data : { email, name };
  const account = { id: userId, email: facts.email, name: facts.name, createdAt: tx.ctx.now };
  if (!(await insertAccount(tx, tx.keys, account))) {
    tx.refuse(
      violation('MEMBER_EXISTS', 'This address has an account already.', { path: ['email'] }),
    );
  }
  await storePassword(tx, tx.keys, userId, passwordHash);
  await tx.run(user, userId, { type: 'ChangePassword', change: { userId, reason: 'SIGN_UP' } });
}

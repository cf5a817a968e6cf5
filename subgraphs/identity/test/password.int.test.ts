import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type IdentityHouse,
  openIdentityHouse,
  PASSWORD,
  type UserErrorData,
} from './support/house.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
  await house.member({ email: 'mia@kiln.test', name: 'Mia Moreau' });
});
afterAll(() => house.close());

const NEW = 'an entirely different phrase';
const forget = (email: string) =>
  house.anonymous.ask<{ passwordForgot: { errors: UserErrorData[] } }>(
    'mutation($email: String!) { passwordForgot(input: { email: $email }) { errors { code rule } } }',
    { email },
  );
const reset = async (token: string, password: string) =>
  (
    await house.anonymous.ask<{ passwordReset: { errors: UserErrorData[] } }>(
      'mutation($input: PasswordResetInput!) { passwordReset(input: $input) { errors { code rule path } } }',
      { input: { token, password } },
    )
  ).passwordReset.errors;

describe('a forgotten password', () => {
  it('is answered alike for every address, at the same pace', async () => {
    const took: number[] = [];
    for (const email of ['mia@kiln.test', 'nobody@kiln.test', 'no address']) {
      const began = performance.now();
      expect(await forget(email)).toEqual({ passwordForgot: { errors: [] } });
      took.push(performance.now() - began);
    }
    for (const ms of took) expect(ms).toBeGreaterThan(295);
    expect(await house.tokenMailedTo('nobody@kiln.test')).toBe('');
  });

  it('is replaced by a token that is good once and for 15 minutes, the newest only; all sessions end', async () => {
    const { session } = await house.signIn('mia@kiln.test');
    const first = await house.tokenMailedTo('mia@kiln.test');
    house.clock.advance(1_000);
    await forget('mia@kiln.test');
    const token = await house.tokenMailedTo('mia@kiln.test');
    expect((await reset(first, NEW))[0]).toMatchObject({
      rule: 'TOKEN_INVALID',
      path: ['input', 'token'],
    });
    expect((await reset(token, PASSWORD))[0]).toMatchObject({
      rule: 'PASSWORD_REUSED',
      path: ['input', 'password'],
    });
    expect((await reset(token, 'short'))[0]?.rule).toBe('PASSWORD_TOO_SHORT');
    expect(await reset(token, NEW)).toEqual([]);
    expect((await reset(token, 'yet another long phrase'))[0]?.rule).toBe('TOKEN_INVALID');
    expect((await house.refresh(session?.refreshToken ?? '')).errors[0]?.rule).toBe(
      'SESSION_EXPIRED',
    );
    expect((await house.signIn('mia@kiln.test')).errors[0]?.rule).toBe('INVALID_CREDENTIALS');
    expect((await house.signIn('mia@kiln.test', NEW)).errors).toEqual([]);
    await forget('mia@kiln.test');
    const late = await house.tokenMailedTo('mia@kiln.test');
    house.clock.advance(15 * 60_000 + 1);
    expect((await reset(late, 'yet another long phrase'))[0]?.rule).toBe('TOKEN_INVALID');
  });

  it('sends at most five mails an hour to an address', async () => {
    await house.member({ email: 'noor@kiln.test', name: 'Noor' });
    for (let i = 0; i < 7; i++) await forget('noor@kiln.test');
    await house.deliver();
    const { caller } = await house.asPerson('op@platform.test');
    expect(
      await caller.ask('{ devMailbox(to: "noor@kiln.test") { nodes { to } totalCount } }'),
    ).toMatchObject({
      devMailbox: { totalCount: 5 },
    });
  }, 15_000);

  it('opens an account again that failed a hundred times in a day', async () => {
    await house.member({ email: 'ivo@kiln.test', name: 'Ivo' });
    for (let i = 0; i < 100; i++) {
      house.clock.advance(14 * 60_000);
      await house.database.sql(
        `UPDATE identity.attempt SET blocked_until = NULL, failures = 0, in_window = $1 WHERE kind = 'ACCOUNT'`,
        [i < 99 ? 0 : 99],
      );
      if (i >= 98) await house.signIn('ivo@kiln.test', 'wrong wrong wrong wrong');
    }
    expect((await house.signIn('ivo@kiln.test')).errors[0]?.rule).toBe('INVALID_CREDENTIALS');
    await forget('ivo@kiln.test');
    expect(await reset(await house.tokenMailedTo('ivo@kiln.test'), NEW)).toEqual([]);
    expect((await house.signIn('ivo@kiln.test', NEW)).errors).toEqual([]);
  });
});

describe('changing the password', () => {
  it('asks for the present one and ends the other sessions', async () => {
    const other = await house.signIn('ada@kiln.test');
    const { caller, tokens } = await house.asPerson('ada@kiln.test');
    const change = async (currentPassword: string, password: string) =>
      (
        await caller.ask<{ passwordChange: { errors: UserErrorData[] } }>(
          'mutation($input: PasswordChangeInput!) { passwordChange(input: $input) { errors { rule path } } }',
          { input: { currentPassword, password } },
        )
      ).passwordChange.errors;
    expect(await change('not the password', NEW)).toMatchObject([
      { rule: 'INVALID_CREDENTIALS', path: ['input', 'currentPassword'] },
    ]);
    expect(await change(PASSWORD, NEW)).toEqual([]);
    expect((await house.refresh(other.session?.refreshToken ?? '')).errors[0]?.rule).toBe(
      'SESSION_EXPIRED',
    );
    expect((await house.refresh(tokens.refreshToken)).errors).toEqual([]);
    for (const password of ['phrase number two here', 'phrase number three here']) {
      expect(await change(NEW === password ? PASSWORD : await lastPassword(), password)).toEqual(
        [],
      );
      used.push(password);
    }
    expect((await change(await lastPassword(), PASSWORD))[0]?.rule).toBe('PASSWORD_REUSED');
  });
  const used = [NEW];
  const lastPassword = async () => used.at(-1) ?? NEW;
});

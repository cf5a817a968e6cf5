import { textFlaw, type Violation, violation } from '@nexus/kit/domain';

const EMAIL =
  /^[^\s@"<>,;:()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))+$/;

/**
 * The form under which two addresses are the same account: NFKC, case ignored. A `+tag` is kept, because it
 * may be another mailbox.
 */
export function canonicalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

export function emailFindings(email: string, path: readonly string[] = ['email']): Violation[] {
  const canonical = canonicalEmail(email);
  const valid = canonical.length <= 254 && !textFlaw(email) && EMAIL.test(canonical);
  return valid ? [] : [violation('EMAIL_INVALID', 'This is no e-mail address.', { path })];
}

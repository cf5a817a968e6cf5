import { type Violation, violation } from '@nexus/kit/domain';
import { type KeyRing, Refusal } from '@nexus/kit/events';
import { type PasswordChoice, passwordFindings } from '../domain/password.rules.js';
import { hashPassword, hashSlots, passwordMatches } from './password-hash.js';

/** The hash of a password that keeps all rules. Throws Refusal where it breaks one. */
export async function choosePassword(
  keys: KeyRing,
  choice: PasswordChoice,
  earlierHashes: readonly string[] = [],
): Promise<string> {
  refuseAny(passwordFindings(choice));
  return hashSlots.run(async () => {
    for (const earlier of earlierHashes) {
      if (await passwordMatches(keys, choice.password, earlier)) refuseAny([reused()]);
    }
    return hashPassword(keys, choice.password);
  });
}

function reused(): Violation {
  return violation('PASSWORD_REUSED', 'Choose one that you have not used lately.', {
    path: ['password'],
  });
}

function refuseAny(findings: readonly Violation[]): void {
  if (findings.length > 0) throw new Refusal(findings);
}

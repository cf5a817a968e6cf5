import { foldName, type Violation, violation } from '@nexus/kit/domain';
import { isCommonPassword } from './common-passwords.js';

/** A password and what about its owner it must not repeat. */
export interface PasswordChoice {
  readonly password: string;
  readonly email: string;
  readonly name: string;
  readonly tenantName?: string | null;
  /** 15 where the password is the only factor. */
  readonly minLength?: number;
}

export const MIN_LENGTH = 15;
const MAX_LENGTH = 128;
const PRODUCT = 'nexus';
const PATH = ['password'];

type PasswordRule =
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_BREACHED'
  | 'PASSWORD_GUESSABLE';

const ROWS = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
];

/** The form that is checked and hashed: the same characters typed on another system are the same password. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Length and guessability. No composition rule, and every character is welcome, spaces included.
 * Whether it was used before is found out beside the domain, where the old hashes are.
 */
export function passwordFindings(choice: PasswordChoice): Violation[] {
  const password = normalPassword(choice.password);
  const { minLength = MIN_LENGTH } = choice;
  const length = [...password].length;
  const finding = (rule: PasswordRule, message: string, meta = {}) => [
    violation(rule, message, { path: PATH, meta }),
  ];
  if (!password.isWellFormed() || password.includes('\0')) {
    return [
      violation('INVALID_TEXT', 'The password holds characters that are no text.', { path: PATH }),
    ];
  }
  if (length > MAX_LENGTH) {
    const max = MAX_LENGTH;
    return finding('PASSWORD_TOO_LONG', `At most ${max} characters.`, { max });
  }
  if (length < minLength) {
    const min = minLength;
    return finding('PASSWORD_TOO_SHORT', `At least ${min} characters; a sentence is fine.`, {
      min,
    });
  }
  if (isCommonPassword(password)) {
    return finding(
      'PASSWORD_BREACHED',
      'Too many people have used this password; it is in every list of them.',
    );
  }
  const folded = foldName(password);
  if (personalWords(choice).some((word) => folded.includes(word))) {
    return finding(
      'PASSWORD_GUESSABLE',
      'It must not contain your name, address or the name of the business.',
      { because: 'personal' },
    );
  }
  if (isRun(folded))
    return finding('PASSWORD_GUESSABLE', 'It must not be a repetition or a row of keys.');
  return [];
}

/** Parts of at least four letters that anybody who knows the person would try first. */
function personalWords({ email, name, tenantName }: PasswordChoice): string[] {
  const local = email.split('@')[0] ?? '';
  const parts = [
    PRODUCT,
    local,
    name,
    tenantName ?? '',
    ...`${name} ${local} ${tenantName ?? ''}`.split(/[^\p{L}\p{N}]+/u),
  ];
  return parts.map(foldName).filter((word) => [...word].length >= 4);
}

function isRun(text: string): boolean {
  const compact = text.replace(/\s/g, '');
  if (new Set(compact).size <= 2) return true;
  for (let size = 1; size <= compact.length / 3; size++) {
    const unit = compact.slice(0, size);
    if (unit.repeat(Math.ceil(compact.length / size)).slice(0, compact.length) === compact)
      return true;
  }
  return ROWS.some((row) =>
    [row, [...row].reverse().join('')].some((keys) => keys.repeat(3).includes(compact)),
  );
}

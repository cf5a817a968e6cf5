import { clsx } from 'clsx';
import { Avatar as Radix } from 'radix-ui';

interface AvatarProps {
  readonly name: string;
  readonly imageUrl?: string | null | undefined;
  readonly size?: 'small' | 'medium' | 'large';
  /** The name stands beside it in words: it need not be said twice. */
  readonly isDecorative?: boolean;
}

const SIZES = {
  small: 'size-5 text-[9px]',
  medium: 'size-6 text-tiny',
  large: 'size-10 text-base',
} as const;

const TINTS = [
  'bg-accent-soft text-accent',
  'bg-info-soft text-info',
  'bg-warning-soft text-warning',
  'bg-success-soft text-success',
  'bg-danger-soft text-danger',
] as const;

/** A person's picture, or the initials on a tint that is the same everywhere for that name. */
export function Avatar({ name, imageUrl, size = 'medium', isDecorative = false }: AvatarProps) {
  return (
    <Radix.Root
      role={isDecorative ? undefined : 'img'}
      aria-label={isDecorative ? undefined : name}
      aria-hidden={isDecorative || undefined}
      title={name}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center overflow-hidden rounded-full font-semibold select-none',
        SIZES[size],
        tintOf(name),
      )}
    >
      {imageUrl && <Radix.Image src={imageUrl} alt="" className="size-full object-cover" />}
      <Radix.Fallback aria-hidden>{initialsOf(name)}</Radix.Fallback>
    </Radix.Root>
  );
}

/** First letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('');
}

function tintOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return TINTS[sum % TINTS.length] ?? TINTS[0];
}

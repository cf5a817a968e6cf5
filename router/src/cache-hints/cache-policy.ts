/** For how long and for whom an answer holds. */
export interface CachePolicy {
  /** Above 0. */
  readonly seconds: number;
  /** For its caller alone. */
  readonly isPrivate: boolean;
}

/** As a `Cache-Control` header; nothing without a policy, or with less than a second left, may be kept. */
export function cacheControlText(policy: CachePolicy | undefined): string {
  const seconds = Math.floor(policy?.seconds ?? 0);
  if (!policy || seconds < 1) return 'no-store';
  return `max-age=${seconds}, ${policy.isPrivate ? 'private' : 'public'}`;
}

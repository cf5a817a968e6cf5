/**
 * Whose token it is: the person and the membership that they act through. Read, not verified: it only tells one
 * holder from another; what anybody may do is the server's to say.
 */
export function holderOf(accessToken: string): string {
  const [, payload = ''] = accessToken.split('.');
  const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  const { sub, mid } = JSON.parse(text) as { readonly sub?: string; readonly mid?: string };
  return `${sub} ${mid}`;
}

/** Somebody of the demo, who may be signed in as with one click. */
export interface DemoSignIn {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The demo's people; none where this is not the demo, or the list cannot be read. */
export async function loadDemoSignIns(
  url: string,
  fetch: typeof globalThis.fetch,
): Promise<readonly DemoSignIn[]> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    const list: unknown = response.ok ? await response.json() : [];
    return Array.isArray(list) ? list.filter(isDemoSignIn) : [];
  } catch {
    return [];
  }
}

function isDemoSignIn(value: unknown): value is DemoSignIn {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['role', 'name', 'email', 'password'].every(
      (key) => typeof Reflect.get(value, key) === 'string',
    )
  );
}

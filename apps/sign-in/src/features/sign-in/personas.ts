/** Somebody of the demo, who may be signed in as with one click. */
export interface Persona {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The demo's people; none where this is not the demo, or not the machine that it runs on. */
export async function loadPersonas(fetch: typeof globalThis.fetch): Promise<readonly Persona[]> {
  try {
    const response = await fetch('/demo-sign-ins.json', {
      headers: { accept: 'application/json' },
    });
    const list: unknown = response.ok ? await response.json() : [];
    return Array.isArray(list) ? list.filter(isPersona) : [];
  } catch {
    return [];
  }
}

function isPersona(value: unknown): value is Persona {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['role', 'name', 'email', 'password'].every(
      (key) => typeof Reflect.get(value, key) === 'string',
    )
  );
}

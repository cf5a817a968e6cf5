/** What became of one variable's text. `problem` completes "X is not valid: …". */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** One variable of the environment: its name, how its text is read, what stands in when absent. */
export interface Field<T> {
  readonly variable: string;
  readonly parse: (text: string) => Parsed<T>;
  readonly fallback?: string;
  /** A secret is never repeated in a message. */
  readonly secret?: boolean;
}

export function portNumber(text: string): Parsed<number> {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535
    ? { value: port }
    : {
        problem: 'a port is a whole number from 1 to 65535 (0 lets the system choose), e.g. 4000.',
      };
}

export function oneOf<const T extends string>(...allowed: readonly T[]) {
  return (text: string): Parsed<T> => {
    const value = allowed.find((candidate) => candidate === text);
    return value === undefined ? { problem: `use one of ${allowed.join(', ')}.` } : { value };
  };
}

export function path(text: string): Parsed<string> {
  return text.includes('\0') ? { problem: 'a path has no NUL character.' } : { value: text };
}

export function url(...schemes: readonly string[]) {
  const expected = `use a URL such as ${schemes[0]}://host:port.`;
  return (text: string): Parsed<string> => {
    const parsed = URL.canParse(text) ? new URL(text) : undefined;
    const scheme = parsed?.protocol.slice(0, -1);
    return parsed?.hostname && scheme && schemes.includes(scheme)
      ? { value: text }
      : { problem: expected };
  };
}

/** `nexus@firm.example` or `Nexus <nexus@firm.example>` */
export function mailAddress(text: string): Parsed<string> {
  return /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)
    ? { value: text }
    : { problem: 'use an address such as Nexus <nexus@firm.example>.' };
}

export function base64Key(bytes: number) {
  const problem = `a key is ${bytes} bytes in base64, e.g. from: openssl rand -base64 ${bytes}`;
  return (text: string): Parsed<Buffer> => {
    const value = Buffer.from(text, 'base64');
    const canonical = value.toString('base64').replace(/=+$/, '');
    const given = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
    return value.length === bytes && canonical === given ? { value } : { problem };
  };
}

/** `identity=http://identity:4001,crm=http://crm:4002` */
export function subgraphUrls(text: string): Parsed<Readonly<Record<string, string>>> {
  const urls: Record<string, string> = {};
  for (const entry of text.split(',')) {
    const [, name, address] = /^\s*([a-z][a-z0-9-]*)=(\S+)\s*$/.exec(entry) ?? [];
    const checked = address === undefined ? undefined : url('http', 'https')(address);
    if (!name || !checked || !('value' in checked) || name in urls)
      return {
        problem:
          'name each subgraph once, as in identity=http://localhost:4001,crm=http://localhost:4002',
      };
    urls[name] = checked.value;
  }
  return { value: urls };
}

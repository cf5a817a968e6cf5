import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const root = new URL('../../../', import.meta.url);

/** What the checks need to know of a service. */
export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly profiles?: readonly string[];
}

export function readRootFile(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** docker-compose.yml as data, its `<<` merged as Compose does. */
export function readComposeFile(): { services: Record<string, Service> } {
  return parse(readRootFile('docker-compose.yml'), { merge: true });
}

/**
 * Replaces `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as Compose does, from `values`;
 * `$$` is a dollar.
 */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\$|\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (match, name: string | undefined, fallback: string | undefined) =>
      name === undefined ? match.slice(1) : (values[name] ?? fallback ?? ''),
  );
}

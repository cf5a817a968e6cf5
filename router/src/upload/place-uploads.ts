import { Upload } from './upload.js';

type Placed =
  | { readonly ok: true; readonly uploads: ReadonlyMap<string, Upload> }
  | { readonly ok: false; readonly reason: string };

const MOST_PATHS = 100;

/**
 * Puts an `Upload` wherever the `map` of a multipart request says that a file belongs; there must be a null. Changes
 * `operation` in place.
 */
export function placeUploads(operation: unknown, map: unknown, mostFiles: number): Placed {
  if (!isObject(map)) return refused('`map` must be an object.');
  const entries = Object.entries(map);
  if (entries.length > mostFiles) return refused(`A request holds at most ${mostFiles} files.`);
  const uploads = new Map<string, Upload>();
  let count = 0;
  for (const [name, paths] of entries) {
    if (!Array.isArray(paths) || paths.length === 0) {
      return refused('`map` must give each file a list of paths.');
    }
    count += paths.length;
    if (count > MOST_PATHS) return refused(`\`map\` holds at most ${MOST_PATHS} paths.`);
    const upload = new Upload();
    for (const path of paths) {
      if (typeof path !== 'string' || !put(operation, path, upload)) {
        return refused('`map` must name places in `variables` that are null.');
      }
    }
    uploads.set(name, upload);
  }
  return { ok: true, uploads };
}

function put(operation: unknown, path: string, upload: Upload): boolean {
  const keys = path.split('.');
  const last = keys.pop();
  if (keys[0] !== 'variables' || last === undefined) return false;
  let parent: unknown = operation;
  for (const key of keys) parent = isObject(parent) ? own(parent, key) : undefined;
  if (!isObject(parent) || own(parent, last) !== null) return false;
  parent[last] = upload;
  return true;
}

function own(parent: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** Lists too: their places are keys. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Upload);
}

function refused(reason: string): Placed {
  return { ok: false, reason };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SCREENS } from '../screens/screens.ts';

const apps = new URL('../../apps/', import.meta.url);

/** Pages by another address in the list: `/time` leads to the week, `/admin` to the first page of the menu. */
const REACHED = ['/employee/time/*', '/admin/'];

/** What the routes of a portal answer to, `$id` for whatever stands there. */
function pathsOf(portal: string): string[] {
  const routes = new URL(`${portal}/src/routes/`, apps);
  if (!existsSync(routes)) return [];
  return readdirSync(fileURLToPath(routes)).flatMap((file) =>
    [...readFileSync(new URL(file, routes), 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(
      ([, path]) => path ?? '',
    ),
  );
}

/** The last parts of an address, where ids are: `{project}/board` and `/projects/$projectId/board` end alike. */
const shapeOf = (path: string) => path.replace(/\{\w+\}|\$\w+/g, '*').replace(/[?#].*$/, '');

describe('the list of screens', () => {
  it('calls each screen of a portal differently', () => {
    const names = SCREENS.map(({ portal, name }) => `${portal}-${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says where each place stands that an address names', () => {
    for (const { path, places = {} } of SCREENS) {
      const named = [path, ...Object.values(places).map(({ at }) => at)].flatMap((one) =>
        [...one.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      expect(Object.keys(places).sort()).toEqual([...new Set(named)].sort());
    }
  });

  it.each(['employee', 'client', 'admin'])('has every page of %s', (portal) => {
    const screens = SCREENS.filter((screen) => screen.portal === portal);
    const covered = screens.map(({ path, places = {} }) => {
      const [, name = ''] = /^\{(\w+)\}/.exec(path) ?? [];
      const link = places[name]?.link ?? '';
      return shapeOf(name ? path.replace(/^\{\w+\}/, `${link.replace(/[a-z]+_$/, '')}*`) : path);
    });
    const absent = pathsOf(portal)
      .map((path) => shapeOf(`/${portal}${path}`))
      .filter((path) => !covered.some((one) => path.endsWith(one)) && !REACHED.includes(path));
    expect(absent).toEqual([]);
  });
});

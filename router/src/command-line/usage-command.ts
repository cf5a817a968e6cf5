import { readUsage } from '../usage/recorded-usage.js';
import { type ClientUse, type ElementUse, elementsInUse } from '../usage/usage-report.js';
import { command, WrongArguments, wholeNumber } from './command.js';

const HELP = `nexus-router usage --store <file | folder> [options]

  --store <file | folder>  what the plugin fieldUsage recorded with usageFile
  --field <coordinate>     one element alone: Type.field, Type.field(argument:), Input.field, Enum.VALUE, Type, @directive
  --client <name>          one client alone
  --deprecated             only what was deprecated when it was asked for
  --days <n>               only of the last n days; default 30
  --json
  --help

Exit code 0: printed; 1: nothing of that kind is used; 2: it cannot be read.`;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Prints who uses what. */
export const usageCommand = command(
  HELP,
  {
    store: { type: 'string' },
    field: { type: 'string' },
    client: { type: 'string' },
    deprecated: { type: 'boolean' },
    days: { type: 'string' },
    json: { type: 'boolean' },
  },
  async ({ store, field, client, deprecated, days = '30', json }) => {
    if (store === undefined) throw new WrongArguments('Say what to read: --store <file | folder>.');
    const since = new Date(Date.now() - wholeNumber('--days', days, 1) * DAY_MS);
    const usage = await readUsage(store, since);
    const elements = elementsInUse(usage, client).filter(
      ({ coordinate, ...element }) =>
        (field === undefined ? !isType(coordinate) : coordinate === field) &&
        (!deprecated || element.deprecated),
    );
    const { from, uncounted, unreadable } = usage;
    const code = elements.length > 0 ? 0 : 1;
    if (json) {
      const report = { from, uncounted, unreadable, elements: elements.map(toJson) };
      return { code, output: JSON.stringify(report, null, 2) };
    }
    const notes = [
      ...(code === 0 ? [] : [`Not used in ${days} days (recorded since ${from ?? 'never'}).`]),
      ...(uncounted > 0
        ? [`${uncounted} operations were too many different ones to be counted.`]
        : []),
      ...(unreadable > 0 ? [`${unreadable} lines could not be read.`] : []),
    ];
    return { code, output: [...elements.map(toText), ...notes].join('\n') };
  },
);

function isType(coordinate: string): boolean {
  return !coordinate.includes('.') && !coordinate.startsWith('@');
}

function toJson({ clients, ...element }: ElementUse) {
  const list = [...clients.values()];
  return { ...element, clients: list.map((use) => ({ ...use, operations: [...use.operations] })) };
}

function toText({ coordinate, deprecated, count, lastSeen, clients }: ElementUse): string {
  const mark = deprecated ? ' (deprecated)' : '';
  const lines = [...clients.values()].sort((a, b) => b.count - a.count).map(clientLine);
  return [`${coordinate}${mark}: ${count}, last ${lastSeen}`, ...lines].join('\n');
}

function clientLine({ client, version, count, errors, operations }: ClientUse): string {
  const name = [client ?? '(no name)', ...(version === undefined ? [] : [version])].join(' ');
  const failed = errors > 0 ? `, ${errors} with errors` : '';
  return `  ${name}: ${count}${failed}, in ${[...operations].sort().join(', ')}`;
}

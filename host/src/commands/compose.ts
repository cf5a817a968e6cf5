import { join } from 'node:path';
import { composeContract } from '../compose/compose.js';
import { compareContract, writeContract } from '../compose/contract-files.js';
import { StartupProblem } from '../config/index.js';
import { repositoryRoot } from '../house/paths.js';
import { subgraphs } from '../subgraphs.js';

/**
 * `nexus compose` writes the contract to `schema/`; `--check` fails where the snapshot is out of date. Either
 * fails on a change that would break clients and that `schema/accepted-breaking-changes.json` does not name.
 */
export async function compose(
  args: readonly string[],
  say: (sentence: string) => void,
): Promise<void> {
  const root = join(repositoryRoot, 'schema');
  const contract = composeContract(subgraphs);
  const { changed, breaking, dangerous } = await compareContract(root, contract);
  for (const change of dangerous) say(`Dangerous: ${change}`);
  if (breaking.length > 0) {
    throw new StartupProblem(
      'SCHEMA_INVALID',
      `The API would break:\n  ${breaking.join('\n  ')}\nName each in schema/accepted-breaking-changes.json if it is meant.`,
    );
  }
  if (args.includes('--check')) {
    if (changed.length === 0)
      return say(`schema/ is up to date: ${Object.keys(contract).length} files.`);
    throw new StartupProblem(
      'SCHEMA_INVALID',
      `schema/ is out of date (${changed.join(', ')}). Run \`nexus compose\` and review what it changes.`,
    );
  }
  await writeContract(root, contract);
  say(changed.length ? `Wrote ${changed.join(', ')}.` : 'schema/ is up to date.');
}

// npm run new:subgraph NAME [Entity]: a subgraph of the same shape as all others, known to the house,
// that builds, composes and passes its contract suite. --no-build leaves building to you.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isInstalled, markInstalled } from './lib/lockfile.mjs';
import { childEnvironment, MODULES, ROOT } from './lib/paths.mjs';
import { withProgress } from './lib/progress.mjs';
import { capture } from './lib/run.mjs';
import { chooseNames } from './lib/scaffold/names.mjs';
import { dependenciesOf, registrations, summary } from './lib/scaffold/register.mjs';
import { readTemplates, renderTemplates, wordsOfTemplates } from './lib/scaffold/render.mjs';
import { surveyHouse } from './lib/scaffold/survey.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');

await runMain(async () => {
  const given = process.argv.slice(2);
  const [name, entity] = given.filter((argument) => !argument.startsWith('--'));
  const templates = readTemplates();
  const names = chooseNames(name, entity, surveyHouse(ROOT, wordsOfTemplates(templates)));
  const node = given.includes('--no-build') ? undefined : await ensureInstalled();
  const files = plan(templates, names);
  const installed = isInstalled(ROOT);
  for (const [path, text] of files) write(path, text);
  if (installed) link(names.name);
  await tidy([...files.keys()]);
  if (node) await finish(node);
  process.stdout.write(`\n${summary(names)}\n${nextSteps(names)}`);
});

/** All that changes, found before anything is written. */
function plan(templates, names) {
  const files = registrations(read, names);
  for (const [path, text] of renderTemplates(templates, names)) {
    files.set(`subgraphs/${names.name}/${path}`, text);
  }
  const manifest = `subgraphs/${names.name}/package.json`;
  const content = JSON.parse(files.get(manifest) ?? '{}');
  const full = { ...content, dependencies: dependenciesOf(read) };
  return files.set(manifest, `${JSON.stringify(full, null, 2)}\n`);
}

function write(path, text) {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What npm would do for a workspace whose packages are all here: one link. */
function link(name) {
  const place = join(MODULES, '@nexus', name);
  if (!existsSync(place)) symlinkSync(join('..', '..', 'subgraphs', name), place, 'junction');
  markInstalled(ROOT);
}

/** Names differ in length, and lines break where they are too long. */
async function tidy(paths) {
  const biome = join(MODULES, '@biomejs', 'biome', 'bin', 'biome');
  if (!existsSync(biome)) return;
  const ours = paths.filter((path) => /\.(ts|json|md)$/.test(path) && path !== 'package-lock.json');
  await capture(process.execPath, [biome, 'check', '--write', ...ours]);
}

async function finish(node) {
  await ensureBuilt(node);
  await withProgress('Composing the schema', async () => {
    const cli = join(ROOT, 'host', 'dist', 'cli.js');
    const env = childEnvironment(node);
    const { code, output } = await capture(node, [cli, 'compose'], { env });
    if (code !== 0)
      throw new Failure('The schema does not compose; what is wrong stands above.', output);
  });
}

function nextSteps({ name }) {
  return `
  npm test -- subgraphs/${name}     run its tests
  npm start                         use it at http://localhost:4000/explorer, signed in as admin

Administrators hold its scopes; give them to other roles in subgraphs/identity/src/domain/roles.ts.
Then make it yours: subgraphs/${name}/README.md says what stands where.
`;
}

// npm start: installs, builds and runs Nexus. Plain JavaScript: it runs on whatever Node ≥ 20 is here.
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runNexus } from './lib/nexus.mjs';

await runMain(async () => {
  const node = await ensureInstalled();
  await ensureBuilt(node);
  return runNexus(node, ['up', ...process.argv.slice(2)]);
});

// npm run lint: checks that imports run the way the architecture says (docs/architecture.md), and that the portals'
// components hold no text of their own (docs/portals.md).
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runMain } from './lib/failure.mjs';
import { violationsOf } from './lib/fences.mjs';
import { literalsOf } from './lib/literals.mjs';
import { ROOT } from './lib/paths.mjs';
import { filesBelow } from './lib/sources.mjs';
import { workspaces } from './lib/workspaces.mjs';

/** What has its texts in `locales`. The explorer is a tool for people who read GraphQL, and English as it. */
const SPOKEN = /^apps\/(ui|sign-in|employee|client|admin)\/src\//;

await runMain(async () => {
  const files = workspaces()
    .flatMap((workspace) => filesBelow(join(ROOT, workspace, 'src')))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({
      file: relative(ROOT, path).split(sep).join('/'),
      source: readFileSync(path, 'utf8'),
    }));
  const imports = files.flatMap(({ file, source }) => violationsOf(file, source));
  const texts = files
    .filter(({ file }) => SPOKEN.test(file))
    .flatMap(({ file, source }) => literalsOf(file, source).map((text) => ({ file, ...text })));
  for (const { file, line, message } of imports) {
    process.stdout.write(`${file}:${line} imports ${message}\n`);
  }
  for (const { file, line, text } of texts) {
    process.stdout.write(`${file}:${line} says "${text}": texts are in locales\n`);
  }
  process.stdout.write(
    `${files.length} files, ${imports.length} imports across a fence, ${texts.length} texts in components.\n`,
  );
  return imports.length + texts.length > 0 ? 1 : 0;
});

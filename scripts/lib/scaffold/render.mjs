import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { capital } from './words.mjs';

/** Templates are the code of a subgraph `garage` with an entity `SpareWheel`: readable, and two words to tell cases apart. */
const TEMPLATES = join(ROOT, 'scripts', 'templates', 'subgraph');
const SUFFIX = '.template';

/** @returns {Map<string, string>} by path inside the subgraph, without the suffix */
export function readTemplates() {
  const files = readdirSync(TEMPLATES, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(SUFFIX));
  return new Map(
    files.map((path) => [
      path.slice(0, -SUFFIX.length),
      readFileSync(join(TEMPLATES, path), 'utf8'),
    ]),
  );
}

/** The files of a new subgraph, by path inside it. */
export function renderTemplates(templates, names) {
  const rename = renamer(names);
  return new Map([...templates].map(([path, text]) => [rename(path), rename(text)]));
}

/** Puts the names of the new subgraph where the sample's stand. */
export function renamer(names) {
  const { name, pascal, pascals, camel, camels, kebab, kebabs, snake, human, humans, prefix } =
    names;
  const article = /^[aeiou]/.test(human) ? 'an' : 'a';
  const words = {
    SPARE_WHEEL: snake.toUpperCase(),
    SpareWheels: pascals,
    SpareWheel: pascal,
    spareWheels: camels,
    spareWheel: camel,
    'spare-wheels': kebabs,
    'spare-wheel': kebab,
    spare_wheel: snake,
    'Spare wheels': capital(humans),
    'spare wheels': humans,
    'a spare wheel': `${article} ${human}`,
    'A spare wheel': `${capital(article)} ${human}`,
    'spare wheel': human,
    Garage: capital(name),
    garage: name,
    spw_: `${prefix}_`,
  };
  const any = new RegExp(Object.keys(words).join('|'), 'g');
  return (text) => text.replace(any, (found) => words[found]);
}

/** Identifiers of the templates' code that have a meaning of their own, so that no entity may take them. */
export function wordsOfTemplates(templates) {
  const code = [...templates].filter(([path]) => path.startsWith('src/')).map(([, text]) => text);
  const bare = code
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/'[^'\n]*'/g, '')
    .replace(/`[^`]*`/g, '');
  const identifiers = bare.match(/[A-Za-z_$][\w$]*/g) ?? [];
  return new Set(identifiers.filter((word) => !/spare_?wheel|garage/i.test(word)));
}

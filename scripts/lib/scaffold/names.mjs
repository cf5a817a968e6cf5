import { Failure } from '../failure.mjs';
import { capital, JS_RESERVED, plural, SQL_RESERVED, singular, wordsOf } from './words.mjs';

const SUBGRAPH = /^[a-z][a-z0-9]{1,29}$/;
const ENTITY = /^[A-Z][A-Za-z0-9]{1,39}$/;
/** Schemas and subgraphs that are there without a folder. */
const OCCUPIED = new Set(['nexus', 'nodes', 'public', 'bullmq', 'postgres']);

/**
 * @typedef {object} Taken What the house has already.
 * @property {ReadonlySet<string>} packages names of workspaces without `@nexus/`
 * @property {ReadonlySet<string>} types names of GraphQL types and id prefixes' entities
 * @property {ReadonlySet<string>} streams names of aggregates
 * @property {ReadonlySet<string>} prefixes three-letter id prefixes
 * @property {ReadonlySet<string>} words identifiers that the templates use for something else
 */

/**
 * Every form in which a new subgraph and its entity are written. Throws Failure with a sentence that says
 * what to choose instead.
 * @param {string | undefined} name e.g. `warehouse`
 * @param {string | undefined} entity e.g. `StockItem`; the singular of the name unless given
 * @param {Taken} taken
 */
export function chooseNames(name, entity, taken) {
  if (!name) throw new Failure('Name the subgraph: npm run new:subgraph warehouse [StockItem]');
  if (!SUBGRAPH.test(name)) {
    throw new Failure(
      `"${name}" cannot name a subgraph: it is a PostgreSQL schema and a package too, so it is 2 to 30 small letters and digits and begins with a letter, such as "warehouse".`,
    );
  }
  if (SQL_RESERVED.has(name)) throw new Failure(`"${name}" is a word of SQL; take another name.`);
  if (JS_RESERVED.has(name))
    throw new Failure(`"${name}" is a word of JavaScript; take another name.`);
  if (taken.packages.has(name) || OCCUPIED.has(name))
    throw new Failure(`There is "${name}" already; take another name.`);
  const chosen = entity ?? capital(singular(name));
  checkEntity(name, chosen, taken);
  return { name, ...formsOf(chosen), prefix: choosePrefix(chosen, taken.prefixes) };
}

function checkEntity(name, entity, { types, streams, words }) {
  const advise = `Name the first entity yourself: npm run new:subgraph ${name} StockItem`;
  if (!ENTITY.test(entity))
    throw new Failure(
      `"${entity}" cannot name an entity: 2 to 40 letters and digits, each word with a capital.`,
    );
  const { camel, snake, kebab, camels } = formsOf(entity);
  if (SQL_RESERVED.has(snake) || JS_RESERVED.has(camel))
    throw new Failure(`"${entity}" is a reserved word of SQL or JavaScript. ${advise}`);
  if (types.has(entity) || streams.has(kebab))
    throw new Failure(`The graph has a type ${entity} already. ${advise}`);
  if ([entity, camel, camels].some((form) => words.has(form)))
    throw new Failure(`"${entity}" means something else in a subgraph's code. ${advise}`);
}

/** `SpareWheel` as it is written in code, files, SQL and sentences, one and many. */
export function formsOf(entity) {
  const words = wordsOf(entity);
  const many = [...words.slice(0, -1), plural(words.at(-1) ?? '')];
  const camelOf = ([first, ...rest]) => first + rest.map(capital).join('');
  return {
    pascal: entity,
    pascals: capital(camelOf(many)),
    camel: camelOf(words),
    camels: camelOf(many),
    kebab: words.join('-'),
    kebabs: many.join('-'),
    snake: words.join('_'),
    human: words.join(' '),
    humans: many.join(' '),
  };
}

/** Three letters of the entity that no other id begins with: its first ones, or the first with two later ones. */
export function choosePrefix(entity, prefixes) {
  const letters = [...entity.toLowerCase()].filter((letter) => /[a-z]/.test(letter));
  const [first = 'x', ...rest] = letters;
  const tails = rest.flatMap((second, i) => rest.slice(i + 1).map((third) => second + third));
  const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
  const any = alphabet.flatMap((second) => alphabet.map((third) => second + third));
  const found = [...tails, ...any]
    .map((tail) => first + tail)
    .find((prefix) => !prefixes.has(prefix));
  if (!found) throw new Failure(`Every id prefix that begins with "${first}" is taken.`);
  return found;
}

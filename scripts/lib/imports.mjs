/**
 * @typedef {object} ImportStatement
 * @property {string} from the module as written
 * @property {boolean} typeOnly whether nothing is left of it at run time
 * @property {number} line from 1
 */

const STATEMENT =
  /^[ \t]*(?:(?:import|export)\b(?<type>\s+type\b(?!\s*from\b))?[\w$*\s{},]*?\bfrom\s*|import\s*)['"](?<module>[^'"]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"]+)['"]\s*\)/gm;

/**
 * The imports and re-exports of a source file. Comments are skipped.
 * @param {string} source
 * @returns {ImportStatement[]}
 */
export function importsOf(source) {
  const code = withoutComments(source);
  return [...code.matchAll(STATEMENT)].map((match) => ({
    from: match.groups?.module ?? match.groups?.dynamic ?? '',
    typeOnly: Boolean(match.groups?.type),
    line: code.slice(0, match.index).split('\n').length + leadingLines(match[0]),
  }));
}

/** Comments become spaces, so that lines keep their numbers. Strings are left as they are. */
function withoutComments(source) {
  return source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (match, string) => string ?? match.replace(/[^\n]/g, ' '),
  );
}

function leadingLines(text) {
  return (/^\s*/.exec(text)?.[0] ?? '').split('\n').length - 1;
}

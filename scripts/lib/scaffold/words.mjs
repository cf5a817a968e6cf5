/** PostgreSQL's keywords that cannot name a schema or a table unquoted (18, appendix C). */
export const SQL_RESERVED = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
  collation column concurrently constraint create cross current_catalog current_date current_role
  current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
  except false fetch for foreign freeze from full grant group having ilike in initially inner intersect
  into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null
  offset on only or order outer overlaps placing primary references returning right select session_user
  similar some symmetric system_user table tablesample then to trailing true union unique user using
  variadic verbose when where window with`.split(/\s+/),
);

/** What cannot name a variable in a module. */
export const JS_RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package
  private protected public return static super switch this throw true try typeof undefined var void while
  with yield`.split(/\s+/),
);

const IRREGULAR = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  data: 'datum',
};

/** `deliveries` → `delivery`, `boxes` → `box`, `assets` → `asset`; a word in the singular stays as it is. */
export function singular(word) {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word];
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y');
  if (/(ss|[^oa]us|x|sh|[nrt]ch|zz)es$/.test(word)) return word.replace(/es$/, '');
  if (/(ss|us|is|ous|ews)$/.test(word)) return word;
  return word.replace(/s$/, '');
}

/** `delivery` → `deliveries`, `box` → `boxes`, `asset` → `assets`. Works on the last word of `spareWheel` too. */
export function plural(word) {
  const [wide, narrow] = Object.entries(IRREGULAR).find(([, one]) => one === word) ?? [];
  if (narrow) return wide;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  if (/(s|x|sh|ch|z)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** The words of `SpareWheel`: `spare`, `wheel`. */
export function wordsOf(pascal) {
  return pascal
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}

export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const QUOTE = 34;
const BACKSLASH = 92;
const HASH = 35;
const NEWLINE = 10;

/**
 * How deep brackets nest in GraphQL source, without parsing it: parser and validator are recursive,
 * and a document of a few hundred kilobytes of `{` would exhaust their stack.
 */
export function nestingDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < source.length; index++) {
    switch (source.charCodeAt(index)) {
      case QUOTE:
        index = endOfString(source, index);
        break;
      case HASH: {
        const end = source.indexOf('\n', index);
        index = end === -1 ? source.length : end;
        break;
      }
      case 40: // (
      case 91: // [
      case 123: // {
        deepest = Math.max(deepest, ++depth);
        break;
      case 41:
      case 93:
      case 125:
        depth--;
        break;
      default:
        break;
    }
  }
  return deepest;
}

function endOfString(source: string, start: number): number {
  if (source.startsWith('"""', start)) {
    let end = source.indexOf('"""', start + 3);
    while (end > 0 && source.charCodeAt(end - 1) === BACKSLASH)
      end = source.indexOf('"""', end + 3);
    return end === -1 ? source.length : end + 2;
  }
  for (let index = start + 1; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === BACKSLASH) index++;
    else if (code === QUOTE || code === NEWLINE) return index;
  }
  return source.length;
}

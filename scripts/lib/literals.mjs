import { parseSync } from '@swc/core';

/** What people read, or have read to them: attributes of elements and properties of components, and of what is said. */
const READ = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'aria-valuetext'],
  ...['description', 'hint', 'label', 'message', 'placeholder', 'title'],
]);
const LETTER = /\p{L}/u;
/** The same in every language: our name, and codes (`DE`, `STANDARD`). */
const NAME = /^(Nexus|[A-Z0-9_]+)$/;
const isWords = (text) => LETTER.test(text) && !NAME.test(text.trim());

/**
 * Texts that stand in a component instead of in its `locales`: between tags, in what is read of their attributes, and
 * in what is told by an object (`say({ title: … })`).
 * @param {string} file its name ends in .ts or .tsx
 * @param {string} source
 * @returns {{ line: number, text: string }[]}
 */
export function literalsOf(file, source) {
  const bytes = Buffer.from(source);
  const program = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') });
  return [...literalsIn(program)].map(({ text, start }) => ({
    text,
    // Places are counted in bytes, from 1.
    line: bytes
      .subarray(0, start - 1)
      .toString()
      .split('\n').length,
  }));
}

function* literalsIn(node) {
  if (Array.isArray(node)) {
    for (const one of node) yield* literalsIn(one);
  } else if (node && typeof node === 'object' && !isStyles(node)) {
    yield* shownBy(node);
    for (const inner of Object.values(node)) yield* literalsIn(inner);
  }
}

/** A map of parts to their classes: `classNames={{ title: 'font-medium' }}`. */
const isStyles = ({ type, key }) => type === 'KeyValueProperty' && key.value === 'classNames';

/** What a node itself puts before somebody's eyes. */
function* shownBy(node) {
  switch (node.type) {
    case 'JSXText':
      if (isWords(node.value)) yield { text: node.value.trim(), start: startOfText(node) };
      return;
    case 'JSXElement':
    case 'JSXFragment':
      for (const child of node.children) {
        if (child.type === 'JSXExpressionContainer') yield* textsIn(child.expression);
      }
      return;
    case 'JSXAttribute':
      if (READ.has(nameOf(node.name)) && node.value) {
        yield* textsIn(
          node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value,
        );
      }
      return;
    case 'KeyValueProperty':
      if (READ.has(node.key.value)) yield* textsIn(node.value);
  }
}

/** The literals that an expression may come to. */
function* textsIn(node) {
  switch (node.type) {
    case 'StringLiteral':
      if (isWords(node.value)) yield { text: node.value, start: node.span.start };
      return;
    case 'TemplateLiteral': {
      const text = node.quasis.map(({ cooked }) => cooked).join('…');
      if (isWords(text)) yield { text, start: node.span.start };
      return;
    }
    case 'ConditionalExpression':
      yield* textsIn(node.consequent);
      yield* textsIn(node.alternate);
      return;
    case 'BinaryExpression':
      if (!['&&', '||', '??', '+'].includes(node.operator)) return;
      yield* textsIn(node.left);
      yield* textsIn(node.right);
      return;
    case 'ParenthesisExpression':
    case 'TsAsExpression':
      yield* textsIn(node.expression);
  }
}

const nameOf = (name) =>
  name.type === 'JSXNamespacedName' ? `${name.namespace.value}:${name.name.value}` : name.value;

const startOfText = ({ value, span }) =>
  span.start + Buffer.byteLength(value.slice(0, value.length - value.trimStart().length));

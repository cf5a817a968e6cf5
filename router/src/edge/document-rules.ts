import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import { deferRule } from '../defer/rules.js';
import { textFault } from './text.js';

/** String literals of a document obey what {@link textFault} says of variables. */
function storableStringsRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      const fault = textFault(node.value);
      if (fault === undefined) return;
      const extensions = { code: 'BAD_USER_INPUT' };
      const message = `A string of the document contains ${fault}.`;
      context.reportError(new GraphQLError(message, { nodes: node, extensions }));
    },
  };
}

/** `__proto__` as a key of the answer would change an object instead of its content. */
function harmlessAliasRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.alias?.value !== '__proto__') return;
      const message = 'A field cannot be called "__proto__".';
      context.reportError(new GraphQLError(message, { nodes: node.alias }));
    },
  };
}

export const documentRules = [storableStringsRule, harmlessAliasRule, deferRule] as const;

import type { IncomingHttpHeaders } from 'node:http';
import type { HopHeaders } from '../transport/http.types.js';
import type { OperationContext } from '../transport/transport.js';

/** Which of the client's headers a subgraph in another process gets to see, and which others. Names of any case. */
export interface HeaderRules<P = unknown> {
  /**
   * Headers of the client: by name, all whose name (in lower case) matches, or one under another name or with a value
   * where the client sent none.
   */
  readonly propagate?: readonly (string | RegExp | PropagatedHeader)[];
  /** None of those after all, by the name under which they would be sent. */
  readonly remove?: readonly (string | RegExp)[];
  /** Headers of the router's own; they replace the client's. A function may answer `undefined`: none. */
  readonly insert?: Readonly<
    Record<string, string | ((context: OperationContext<P>) => string | undefined)>
  >;
}

export interface PropagatedHeader {
  readonly name: string;
  readonly as?: string;
  readonly default?: string;
}

/** They belong to one connection or one message (RFC 9110, 7.6.1), or to the router itself. */
const NEVER =
  /^(?:connection|proxy-.*|keep-alive|te|trailer|transfer-encoding|upgrade|expect|host|content-.*|accept|accept-encoding|sec-websocket-.*|x-request-id|x-nexus-.*)$/;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** What is wrong with the rules, one sentence each. */
export function headerProblems<P>({ propagate = [], insert = {} }: HeaderRules<P>): string[] {
  const names = propagate.flatMap((rule) => {
    if (rule instanceof RegExp) return [];
    return typeof rule === 'string' ? [rule] : [rule.name, rule.as ?? rule.name];
  });
  return [...new Set([...names, ...Object.keys(insert)])].flatMap((name) => {
    if (!NAME.test(name)) return [`headers: "${name}" is no name of a header.`];
    return NEVER.test(name.toLowerCase()) ? [`headers: "${name}" is not passed on.`] : [];
  });
}

/** What of a client's headers some rules may ask for; the rest is let go. */
export type ClientHeaders = (headers: IncomingHttpHeaders) => HopHeaders;

/** `undefined` where no rule asks for any. */
export function clientHeaders(rules: readonly HeaderRules<never>[]): ClientHeaders | undefined {
  const asked = rules
    .flatMap(({ propagate = [] }) => propagate)
    .map((rule) => matcher(rule instanceof RegExp || typeof rule === 'string' ? rule : rule.name));
  if (asked.length === 0) return undefined;
  return (headers) => {
    const hopByHop = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/);
    return Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => {
        if (value === undefined || NEVER.test(name) || hopByHop.includes(name)) return [];
        return asked.some((matches) => matches(name)) ? [[name, String(value)]] : [];
      }),
    );
  };
}

/** The headers that a call carries by the rules, names in lower case. */
export function headersBy<P>({ propagate = [], remove = [], insert = {} }: HeaderRules<P>) {
  const removed = remove.map(matcher);
  const passed = propagate.map(passing);
  const inserted = Object.entries(insert).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  return (context: OperationContext<P>): HopHeaders => {
    const sent = context.clientHeaders ?? {};
    const headers = passed
      .flatMap((pass) => pass(sent))
      .filter(([name]) => !removed.some((matches) => matches(name)));
    const own = inserted.flatMap(([name, value]): [string, string][] => {
      const text = typeof value === 'function' ? value(context) : value;
      return text === undefined ? [] : [[name, text]];
    });
    return Object.fromEntries([...headers, ...own]);
  };
}

function passing(
  rule: string | RegExp | PropagatedHeader,
): (sent: HopHeaders) => [name: string, value: string][] {
  if (rule instanceof RegExp) {
    const matches = matcher(rule);
    return (sent) => Object.entries(sent).filter(([name]) => matches(name));
  }
  const { name, as = name, default: otherwise } = typeof rule === 'string' ? { name: rule } : rule;
  const [from, to] = [name.toLowerCase(), as.toLowerCase()];
  return (sent) => {
    const value = (Object.hasOwn(sent, from) ? sent[from] : undefined) ?? otherwise;
    return value === undefined ? [] : [[to, value]];
  };
}

function matcher(rule: string | RegExp): (name: string) => boolean {
  if (typeof rule === 'string') {
    const wanted = rule.toLowerCase();
    return (name) => name === wanted;
  }
  // With the flags g and y a RegExp would remember where it stopped.
  const pattern = new RegExp(rule.source, rule.flags.replace(/[gy]/g, ''));
  return (name) => pattern.test(name);
}

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf } from '../support/message-of.js';

/** What a command found, and how the process ends. */
export interface CommandResult {
  /** 0: all is well; 1: what was looked for is not so; 2: it could not be looked for. */
  readonly code: 0 | 1 | 2;
  readonly output?: string;
  /** Goes to standard error. */
  readonly problem?: string;
}

export type Command = (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
) => Promise<CommandResult>;

/** What was asked for in a wrong way, in words for whoever asked. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
}

/** A command from what it does; whatever it throws ends it with exit code 2. */
export function command<Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
  work: (
    values: ReturnType<typeof parseArgs<{ options: Options }>>['values'],
    environment: NodeJS.ProcessEnv,
  ) => Promise<CommandResult>,
): Command {
  return async (args, environment) => {
    if (args.includes('--help')) return { code: 0, output: usage };
    let values: Parameters<typeof work>[0];
    try {
      ({ values } = parseArgs({ args: [...args], options }));
    } catch (error) {
      return { code: 2, problem: `${messageOf(error)}\n\n${usage}` };
    }
    try {
      return await work(values, environment);
    } catch (error) {
      const message = messageOf(error);
      return {
        code: 2,
        problem: error instanceof WrongArguments ? `${message}\n\n${usage}` : message,
      };
    }
  };
}

/** A whole number among the arguments. @throws WrongArguments */
export function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least) return value;
  throw new WrongArguments(`${name} must be a whole number from ${least} on; it is "${text}".`);
}

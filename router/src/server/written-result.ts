import type { AnswerText } from '../engine/answer-text.js';
import type { ToldErrors } from '../engine/told-errors.js';
import type { ClientResult } from '../plugin.js';

/**
 * A result whose data was written as JSON text already. Only a plugin that reads `data` has it parsed: what it then
 * changes is written anew.
 */
export function writtenResult(text: AnswerText, told: ToldErrors): ClientResult {
  return new WrittenResult(text, told);
}

/** The text as it was written; whoever has seen the result may have changed it. */
export function writtenText(result: ClientResult): AnswerText | undefined {
  return result instanceof WrittenResult ? result.text : undefined;
}

/** A result as JSON: what several clients get is encoded once for all of them. */
export function bodyOf(result: ClientResult): string | Buffer {
  const text = result instanceof WrittenResult ? result.unread : undefined;
  if (text === undefined || !('data' in result)) return JSON.stringify(result);
  const { errors, extensions } = result;
  if (!errors && !extensions) return text.body;
  let rest = '';
  if (errors) rest += `,"errors":${JSON.stringify(errors)}`;
  if (extensions) rest += `,"extensions":${JSON.stringify(extensions)}`;
  return `{"data":${text.data}${rest}}`;
}

class WrittenResult implements ClientResult {
  declare data?: ClientResult['data'];
  declare errors?: ClientResult['errors'];
  declare extensions?: ClientResult['extensions'];
  readonly #text: AnswerText;
  #data: ClientResult['data'];
  #read = false;

  /**
   * A property of the object itself, to be copied and deleted like any other. The same two functions for all: accessors
   * made for each would give each a hidden class of its own, which keeps the text until the old generation is collected.
   */
  static readonly #property = {
    get(this: WrittenResult): ClientResult['data'] {
      if (!this.#read) this.#data = JSON.parse(this.#text.data);
      this.#read = true;
      return this.#data;
    },
    set(this: WrittenResult, value: ClientResult['data']): void {
      this.#data = value;
      this.#read = true;
    },
    enumerable: true,
    configurable: true,
  };

  constructor(text: AnswerText, told: ToldErrors) {
    this.#text = text;
    Object.defineProperty(this, 'data', WrittenResult.#property);
    Object.assign(this, told);
  }

  get text(): AnswerText {
    return this.#text;
  }

  /** The text of the data, while nobody has read it. */
  get unread(): AnswerText | undefined {
    return this.#read ? undefined : this.#text;
  }
}

/** One event of an event stream. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads an event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream).
 * @param limit characters of one event at most
 * @throws RangeError where one is longer
 */
export async function* readEventStream(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<StreamEvent, undefined> {
  let event = '';
  let data: string[] = [];
  let size = 0;
  for await (const line of readLines(chunks, limit)) {
    if (line === '') {
      if (data.length > 0 || event !== '')
        yield { event: event || 'message', data: data.join('\n') };
      event = '';
      data = [];
      size = 0;
      continue;
    }
    size += line.length;
    if (size > limit) throw new RangeError(`an event of more than ${limit} characters`);
    const [, name, value = ''] = /^([^:]*)(?::[ ]?(.*))?$/s.exec(line) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
  }
  return undefined;
}

/** Lines that have an end; what follows the last end is none. */
async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  /** Of a line whose end has not come; joined once, however many they are. */
  let parts: string[] = [];
  let size = 0;
  let endedWithReturn = false;
  for await (const chunk of chunks) {
    const decoded = decoder.decode(chunk, { stream: true });
    if (decoded === '') continue;
    // The other half of a line's end that was taken for one already.
    const text = endedWithReturn && decoded.startsWith('\n') ? decoded.slice(1) : decoded;
    endedWithReturn = decoded.endsWith('\r');
    const [first = '', ...lines] = text.split(/\r\n|\n|\r/);
    parts.push(first);
    for (const next of lines) {
      yield parts.join('');
      parts = [next];
      size = 0;
    }
    size += parts.at(-1)?.length ?? 0;
    if (size > limit) throw new RangeError(`a line of more than ${limit} characters`);
  }
  return undefined;
}

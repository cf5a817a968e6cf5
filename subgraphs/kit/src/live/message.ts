import { type LiveMessage, MAX_MESSAGE_BYTES } from './live.types.js';
import { LiveFault } from './live-fault.js';

const TOPIC = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;
const MAX_TOPIC = 200;

export function checkTopic(topic: string): void {
  if (topic.length <= MAX_TOPIC && TOPIC.test(topic)) return;
  throw new LiveFault('TOPIC_MALFORMED', `"${topic.slice(0, 80)}" is no topic`);
}

/** The message as it travels. */
export function encodeMessage(topic: string, message: LiveMessage): string {
  checkTopic(topic);
  const text = JSON.stringify(message);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_MESSAGE_BYTES) {
    throw new LiveFault(
      'MESSAGE_TOO_LARGE',
      `A message on "${topic}" weighs ${bytes} bytes; at most ${MAX_MESSAGE_BYTES} are carried`,
    );
  }
  return text;
}

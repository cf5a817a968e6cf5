import { AnswerText } from '../engine/answer-text.js';
import { digestText } from '../support/digest.js';

/** An answer as it is kept: until when it holds and its tag on the first line, then its data. */
export function keptAnswer(data: string, tag: string, holdsUntil: number): string {
  return `${Math.floor(holdsUntil)} ${tag}\n${data}`;
}

/** @param now milliseconds since 1970, as `holdsUntil` was; `undefined`: it no longer holds */
export function readKeptAnswer(value: string, now: number): AnswerText | undefined {
  const end = value.indexOf('\n');
  const [until = '', tag = ''] = value.slice(0, end).split(' ');
  const seconds = (Number(until) - now) / 1000;
  if (!(seconds > 0)) return undefined;
  return new AnswerText(value.slice(end + 1), { seconds, isPrivate: false }, tag);
}

/** Weak: other media types, and plugins' headers, make no difference to it. */
export function tagOf(data: string): string {
  return `W/"${digestText(data).slice(0, 27)}"`;
}

/** Does the client have it already? See RFC 9110, 13.1.2. */
export function isKnown(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const weak = (text: string): string => text.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || weak(one) === weak(tag));
}

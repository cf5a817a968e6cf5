import { it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { mentionReading } from '../../src/domain/mention-reading.aggregate.js';

const NOON = '2026-11-16T12:00:00.000Z';
const MORNING = '2026-11-16T07:00:00.000Z';
const EVENING = '2026-11-16T18:00:00.000Z';
const read = (upTo: string) => ({ type: 'MentionsRead', data: { userId: 'usr_1', upTo } }) as const;
const command = (upTo: string) => ({ type: 'Read', userId: 'usr_1', upTo }) as const;
const at = { now: new Date(NOON) };

it('a mark is set', () =>
  specification(mentionReading)
    .given()
    .when(command(MORNING), at)
    .then([read(MORNING)]));

it('it moves forward', () =>
  specification(mentionReading)
    .given(read(MORNING))
    .when(command(NOON), at)
    .then([read(NOON)]));

it('it never moves back', () =>
  specification(mentionReading).given(read(NOON)).when(command(MORNING), at).then([]));

it('nothing is read before it was said', () =>
  specification(mentionReading)
    .given()
    .when(command(EVENING), at)
    .then([read(NOON)]));

import { crc32, deflateSync } from 'node:zlib';
import type { Principal } from '@nexus/kit/domain';
import type { DemoGraph } from './demo-graph.js';

const SIDE = 192;
const ACCENT = '#14968A';
/** The mark of the firm, drawn on a grid of eight: an H whose bar is a step. */
const MARK = [
  '........',
  '.##..##.',
  '.##..##.',
  '.##.###.',
  '.###.##.',
  '.##..##.',
  '.##..##.',
  '........',
];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The mark as a PNG of two colours: the accent, and the ink of the letter. */
function markPng(ink: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = [ACCENT, ink].flatMap((color) => [...Buffer.from(color.slice(1), 'hex')]);
  const cell = SIDE / MARK.length;
  const lines = Array.from({ length: SIDE }, (_, y) => {
    const row = MARK[Math.floor(y / cell)] ?? '';
    const pixels = Array.from({ length: SIDE }, (_, x) =>
      row[Math.floor(x / cell)] === '#' ? 1 : 0,
    );
    return [0, ...pixels];
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette)),
    chunk('IDAT', deflateSync(Uint8Array.from(lines.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Gives the demo's firm a look of its own: portals show that they are the tenant's. */
export async function brandFirm(graph: DemoGraph, admin: Principal): Promise<void> {
  const look = {
    displayName: 'Halden & Roth',
    colors: { accent: ACCENT },
    logo: markPng('#FFFFFF').toString('base64'),
  };
  await graph.run(admin, 'brandingSave', look, 'tenant { id }');
  await graph.run(admin, 'brandingPublish', {}, 'tenant { id }');
}

import { describe, expect, it } from '@jest/globals';
import { checkImage, inspectImage, MAX_IMAGE_BYTES } from '../../src/domain/brand-image.js';
import { jpeg, png, webp } from '../support/pictures.js';

const text = (content: string) => new TextEncoder().encode(content);

describe('an image', () => {
  it.each([
    ['PNG', png(640, 160), 'image/png'],
    ['JPEG', jpeg(640, 160), 'image/jpeg'],
    ['WebP with loss', webp('VP8 ', 640, 160), 'image/webp'],
    ['WebP without loss', webp('VP8L', 640, 160), 'image/webp'],
    ['extended WebP', webp('VP8X', 640, 160), 'image/webp'],
  ])('is told by its bytes: %s', (_, bytes, mediaType) =>
    expect(inspectImage(bytes)).toEqual({ mediaType, width: 640, height: 160 }),
  );

  it.each([
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['GIF', text('GIF89a012345678901234567890')],
    ['nothing', new Uint8Array()],
    ['a PNG cut off in its head', png(640, 160).slice(0, 20)],
    ['a JPEG without a frame', jpeg(640, 160).slice(0, 8)],
    ['a WebP cut off in its head', webp('VP8X', 640, 160).slice(0, 20)],
    ['a WebP of no known kind', webp('VP8X', 640, 160).map((byte, i) => (i === 15 ? 90 : byte))],
  ])('is not %s', (_, bytes) => expect(inspectImage(bytes)).toBeUndefined());

  it('is a logo within its bounds', () => {
    expect(checkImage(png(32, 2000), ['logo'])).toMatchObject({ picture: { width: 32 } });
  });

  it.each([
    ['too narrow', png(31, 100)],
    ['too wide', png(2001, 100)],
    ['too heavy', png(100, 100, MAX_IMAGE_BYTES)],
    ['none', text('hello')],
  ])('is no logo where it is %s', (_, bytes) =>
    expect(checkImage(bytes, ['logo'])).toMatchObject({
      finding: { rule: 'FILE_NOT_ALLOWED', path: ['logo'] },
    }),
  );
});

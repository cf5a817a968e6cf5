import { type Violation, violation } from '@nexus/kit/domain';
import type { BrandImage } from '../../events.d.ts';

export const MAX_IMAGE_BYTES = 256 * 1024;
const MIN_SIDE = 32;
const MAX_SIDE = 2000;

type Picture = Omit<BrandImage, 'hash'>;
type Size = Pick<Picture, 'width' | 'height'>;

/** Whether the bytes at a place are these characters. */
const says = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((char, i) => bytes[at + i] === char.charCodeAt(0));

function pngSize(view: DataView): Size | undefined {
  return view.byteLength < 24
    ? undefined
    : { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frames of all kinds but tables, `C4`, `C8` and `CC`, tell the size. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return undefined;
    if (isFrame(view.getUint8(at + 1)))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return undefined;
}

function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  if (view.byteLength < 30) return undefined;
  if (says(bytes, 12, 'VP8X')) {
    const u24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: u24(24) + 1, height: u24(27) + 1 };
  }
  if (says(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (!says(bytes, 12, 'VP8 ')) return undefined;
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  };
}

/** What the bytes themselves say they are; names and headers can lie. Undefined for anything but the three kinds. */
export function inspectImage(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const as = (mediaType: Picture['mediaType'], size: Size | undefined) =>
    size && { mediaType, ...size };
  if (says(bytes, 0, '\u0089PNG\r\n\u001a\n') && says(bytes, 12, 'IHDR'))
    return as('image/png', pngSize(view));
  if (says(bytes, 0, '\u00ff\u00d8\u00ff')) return as('image/jpeg', jpegSize(view));
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP'))
    return as('image/webp', webpSize(bytes, view));
  return undefined;
}

/** The picture, or why it cannot be a logo. No SVG: it can hold scripts. */
export function checkImage(
  bytes: Uint8Array,
  path: readonly string[],
): { readonly picture: Picture } | { readonly finding: Violation } {
  const refused = (message: string) => ({
    finding: violation('FILE_NOT_ALLOWED', message, { path }),
  });
  if (bytes.length > MAX_IMAGE_BYTES) return refused('A logo has at most 256 KiB.');
  const picture = inspectImage(bytes);
  if (!picture) return refused('A logo is a PNG, WebP or JPEG image.');
  const sides = [picture.width, picture.height];
  if (sides.some((side) => side < MIN_SIDE || side > MAX_SIDE))
    return refused(`A logo is ${MIN_SIDE} to ${MAX_SIDE} pixels wide and high.`);
  return { picture };
}

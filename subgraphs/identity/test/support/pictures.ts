const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
const u32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const u16 = (value: number) => [(value >> 8) & 255, value & 255];

/** The beginning of a PNG image, and as many bytes behind it as wanted. */
export function png(width: number, height: number, more = 0): Uint8Array {
  const header = [0x89, ...ascii('PNG'), 13, 10, 26, 10, ...u32(13), ...ascii('IHDR')];
  return new Uint8Array([...header, ...u32(width), ...u32(height), 8, 6, 0, 0, 0, ...Array(more)]);
}

/** The beginning of a JPEG image with a comment before its frame. */
export function jpeg(width: number, height: number): Uint8Array {
  const comment = [0xff, 0xfe, ...u16(4), 1, 2];
  const frame = [0xff, 0xc0, ...u16(17), 8, ...u16(height), ...u16(width), 3, 0, 0, 0];
  return new Uint8Array([0xff, 0xd8, ...comment, ...frame]);
}

/** The beginning of a WebP image of each of the three kinds. */
export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP'), ...ascii(kind)]);
  const view = new DataView(bytes.buffer);
  if (kind === 'VP8 ') {
    view.setUint16(26, width, true);
    view.setUint16(28, height, true);
  } else if (kind === 'VP8L') {
    view.setUint32(21, (width - 1) | ((height - 1) << 14), true);
  } else {
    view.setUint16(24, width - 1, true);
    view.setUint16(27, height - 1, true);
  }
  return bytes;
}

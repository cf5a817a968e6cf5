import { Readable } from 'node:stream';
import { GraphQLError } from 'graphql';

/** A file as it comes in: read it once, as it comes. */
export interface UploadedFile {
  readonly filename: string;
  /** As the client states it: nothing to believe. */
  readonly mimeType: string;
  /** Fails with `UploadFailed` where the file is too large, or the client hangs up. */
  readonly stream: Readable;
}

/** A part of the client's request that begins now. */
export interface ArrivedFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly stream: Readable & { readonly truncated: boolean };
}

export type UploadFault =
  | 'UPLOAD_TOO_LARGE'
  | 'UPLOAD_MISSING'
  | 'UPLOAD_ABORTED'
  | 'UPLOAD_USED_TWICE';

const MESSAGES: Readonly<Record<UploadFault, string>> = {
  UPLOAD_TOO_LARGE: 'The file is larger than allowed.',
  UPLOAD_MISSING: 'The request does not hold the file.',
  UPLOAD_ABORTED: 'The file did not come in whole.',
  UPLOAD_USED_TWICE: 'A file is streamed, and can be read once only.',
};

/** Why a file cannot be read. */
export class UploadFailed extends GraphQLError {
  override readonly name = 'UploadFailed';
  constructor(readonly code: UploadFault) {
    super(MESSAGES[code], { extensions: { code } });
  }
}

/**
 * The value of a variable of the scalar `Upload`: a file that is perhaps still on its way. As JSON it is null, which is
 * what stands in its place in a multipart request.
 */
export class Upload {
  readonly #arrival = Promise.withResolvers<ArrivedFile>();
  #taken = false;
  #arrived: ArrivedFile | undefined;
  #settled = false;

  constructor() {
    // A file that nobody asks for may fail unheard.
    this.#arrival.promise.catch(() => undefined);
  }

  /**
   * Waits for the file and reads it. Files come one after the other, in the order of the client's request.
   * @throws UploadFailed
   */
  async open(): Promise<UploadedFile> {
    if (this.#taken) throw new UploadFailed('UPLOAD_USED_TWICE');
    this.#taken = true;
    const { filename, mimeType, stream } = await this.#arrival.promise;
    return { filename, mimeType, stream: Readable.from(whole(stream), { objectMode: false }) };
  }

  toJSON(): null {
    return null;
  }

  /** The part begins. */
  arrive(file: ArrivedFile): void {
    if (this.#settled) {
      file.stream.resume();
      return;
    }
    this.#settled = true;
    this.#arrived = file;
    this.#arrival.resolve(file);
  }

  /** It will not come, or not come whole. */
  fail(code: UploadFault): void {
    const failure = new UploadFailed(code);
    if (this.#settled) this.#arrived?.stream.destroy(failure);
    this.#settled = true;
    this.#arrival.reject(failure);
  }

  /** Nobody will ask for it any more: it is read and forgotten, so that the request comes to its end. */
  discard(): void {
    if (!this.#taken) this.#arrived?.stream.resume();
    this.#taken = true;
    this.#settled = true;
    this.#arrival.reject(new UploadFailed('UPLOAD_USED_TWICE'));
  }
}

/** The stream, but for its end where it was cut off; what a reader leaves is read, for the next file to come. */
async function* whole(stream: ArrivedFile['stream']): AsyncGenerator<Buffer, undefined> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
    if (stream.truncated) throw new UploadFailed('UPLOAD_TOO_LARGE');
    return undefined;
  } finally {
    stream.resume();
  }
}

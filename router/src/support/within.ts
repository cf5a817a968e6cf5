/** The result of `work`, unless it takes too long. @throws RangeError with `message` after `milliseconds` */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  message: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RangeError(message)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

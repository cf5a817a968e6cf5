/** Reports an error at most once a second per message: an outage is told by every queue at once. */
export function onceASecond(report: (error: Error) => void): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    for (const [message, at] of told) if (now - at >= 1_000) told.delete(message);
    if (told.has(error.message)) return;
    told.set(error.message, now);
    report(error);
  };
}

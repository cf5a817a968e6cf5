const PREFIX = 'j-';

/** BullMQ takes neither colons nor bare numbers for ids; ours may have both. */
export function toBullId(jobId: string): string {
  return PREFIX + jobId.replaceAll('%', '%25').replaceAll(':', '%3A');
}

/** The id as the caller gave it. Ids of scheduled runs are BullMQ's own and stay as they are. */
export function fromBullId(id: string): string {
  if (!id.startsWith(PREFIX)) return id;
  return id.slice(PREFIX.length).replaceAll('%3A', ':').replaceAll('%25', '%');
}

export type JobFaultCode = 'JOB_NAME_MALFORMED' | 'JOB_NAME_TAKEN' | 'JOB_UNKNOWN' | 'JOBS_STARTED';

const SENTENCES: Record<JobFaultCode, string> = {
  JOB_NAME_MALFORMED: 'a name consists of letters, digits, dots and dashes',
  JOB_NAME_TAKEN: 'a job of this name is defined already',
  JOB_UNKNOWN: 'no job of this name is defined in this process',
  JOBS_STARTED: 'jobs are defined before the work starts',
};

/** A mistake in the wiring of jobs; never caused by input. */
export class JobFault extends Error {
  override readonly name = 'JobFault';

  constructor(
    readonly code: JobFaultCode,
    readonly job: string,
  ) {
    super(`Job "${job}": ${SENTENCES[code]}.`);
  }
}

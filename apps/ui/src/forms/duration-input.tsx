import { formatDuration, readDuration } from '../components/duration.js';
import { ParsedInput, type ParsedInputProps } from './parsed-input.js';

type DurationInputProps = Omit<ParsedInputProps<number>, 'read' | 'format'>;

/** Minutes, typed as `1:30`, `90m` or `1.5h`, shown as `1:30`. */
export function DurationInput(props: DurationInputProps) {
  return <ParsedInput placeholder="0:00" {...props} read={readDuration} format={formatDuration} />;
}

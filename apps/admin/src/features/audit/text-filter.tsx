import { Input } from '@nexus/ui/forms/input';
import { useTypedFilter } from '@nexus/ui/forms/use-typed-filter';

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A filter that is typed; asked once there is a pause. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const [typed, setTyped] = useTypedFilter(value, onChange);
  return (
    <span className="w-48">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </span>
  );
}

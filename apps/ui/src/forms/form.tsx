import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import {
  type FieldValues,
  FormProvider,
  type SubmitHandler,
  type UseFormReturn,
} from 'react-hook-form';
import { Notice } from '../components/notice.js';
import type { ServerErrors } from './use-server-errors.js';

interface FormProps<T extends FieldValues> {
  readonly form: UseFormReturn<T>;
  /** Of `useServerErrors`: what belongs to no field is shown above them. */
  readonly serverErrors?: ServerErrors;
  readonly onSubmit: SubmitHandler<T>;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

const WarningsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** The warnings that the graph gave, by field. */
export const useFormWarnings = () => use(WarningsContext);

/** A form of `FormField`s. What was typed stays until it is sent and taken. */
export function Form<T extends FieldValues>(props: FormProps<T>) {
  const { form, serverErrors, onSubmit, id, className, children } = props;
  const unplaced = serverErrors?.unplaced;
  const notice = useRef<HTMLDivElement>(null);
  const hasLooseError = (unplaced?.errors.length ?? 0) > 0;
  useEffect(() => {
    if (hasLooseError) notice.current?.scrollIntoView?.({ block: 'nearest' });
  }, [hasLooseError]);
  return (
    <FormProvider {...form}>
      <WarningsContext value={serverErrors?.warnings ?? new Map()}>
        <form
          id={id}
          noValidate
          onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}
          className={className ?? 'grid gap-4'}
        >
          <div ref={notice} className="grid gap-2 empty:hidden">
            {unplaced?.errors.map((message) => (
              <Notice key={message} tone="danger">
                {message}
              </Notice>
            ))}
            {unplaced?.warnings.map((message) => (
              <Notice key={message} tone="warning">
                {message}
              </Notice>
            ))}
          </div>
          {children}
        </form>
      </WarningsContext>
    </FormProvider>
  );
}

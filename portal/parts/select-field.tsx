import { Field } from './field.tsx';

type SelectFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  /** What is sent, and what is shown. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
};

/** One of several. */
export function SelectField({ value, options, onChange, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(describedBy) => (
        <select
          id={field.id}
          aria-describedby={describedBy}
          aria-invalid={field.error === undefined ? undefined : true}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map(([sent, shown]) => (
            <option key={sent} value={sent} selected={sent === value}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type TicksProps = {
  readonly id: string;
  readonly legend: string;
  readonly error?: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Any of several. */
export function Ticks({ id, legend, error, options, chosen, onChange }: TicksProps) {
  const turn = (value: string) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return (
    <fieldset class={error === undefined ? undefined : 'wrong'} aria-describedby={error && `${id}-error`}>
      <legend>{legend}</legend>
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          <span class="hidden">Error: </span>
          {error}
        </p>
      )}
      {options.map(([value, label], at) => (
        <div class="choice" key={value}>
          <input
            type="checkbox"
            id={at === 0 ? id : `${id}-${at}`}
            checked={chosen.includes(value)}
            onChange={() => onChange(turn(value))}
          />
          <label for={at === 0 ? id : `${id}-${at}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}

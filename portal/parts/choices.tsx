type ChoicesProps = {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: string) => void;
};

/** One of a few, each with what it means. */
export function Choices({ name, legend, value, choices, onChange }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <div class="choice" key={choice.value}>
          <input
            type="radio"
            id={`${name}-${choice.value}`}
            name={name}
            checked={choice.value === value}
            aria-describedby={choice.hint === undefined ? undefined : `${name}-${choice.value}-hint`}
            onChange={() => onChange(choice.value)}
          />
          <label for={`${name}-${choice.value}`}>{choice.label}</label>
          {choice.hint !== undefined && (
            <p class="hint" id={`${name}-${choice.value}-hint`}>
              {choice.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}

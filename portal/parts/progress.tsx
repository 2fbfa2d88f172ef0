type ProgressProps = {
  readonly label: string;
  readonly done: number;
  /** How much there is; not known yet where it is undefined. */
  readonly of: number | undefined;
  readonly text: string;
};

/** How far something is, as a bar and in words; the words are what a screen reader is told of. */
export function Progress({ label, done, of, text }: ProgressProps) {
  return (
    <div class="progress">
      <label for="progress">{label}</label>
      <progress
        id="progress"
        max={of === undefined || of === 0 ? 1 : of}
        value={of === undefined ? undefined : done}
      />
      <p role="status">{text}</p>
    </div>
  );
}

/** One call of an SDK client, as a function made it. */
export type RecordedCall = {
  /** The function's folder. */
  readonly folder: string;
  /** The command's name in the SDK: `PutItemCommand`. */
  readonly command: string;
  /** What it was about: a table, a bucket, a key. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The name of the error that it was answered with. */
  readonly error?: string;
};

/** Told of each call once it is over. */
export type OnCall = (call: RecordedCall) => void;

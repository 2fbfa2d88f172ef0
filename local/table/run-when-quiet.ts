const QUIET_MS = 1_000;
const LATEST_MS = 60_000;

/** Something that is to run once for many events, and soon after them. */
type WhenQuiet = {
  /** Says that there was an event. */
  readonly noted: () => void;
  /** Forgets the events there were. */
  readonly forget: () => void;
};

/** Runs when there has been no event for a second, under a steady stream of them a minute after the first. */
export function runWhenQuiet(run: () => void): WhenQuiet {
  let timer: NodeJS.Timeout | undefined;
  let firstAt: number | undefined;
  const forget = () => {
    clearTimeout(timer);
    firstAt = undefined;
  };
  return {
    forget,
    noted: () => {
      const now = performance.now();
      firstAt ??= now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          forget();
          run();
        },
        Math.min(QUIET_MS, firstAt + LATEST_MS - now),
      );
    },
  };
}

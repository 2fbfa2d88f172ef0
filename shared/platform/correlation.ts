import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids that lines of the log are found together by: a request’s, an upload’s, a run’s. Never a person’s. */
type Ids = Readonly<Record<string, string | number>>;

const current = new AsyncLocalStorage<Ids>();

/**
 * Does work whose every line of the log has these ids, besides those that were known already.
 *
 * @example within({ requestId }, () => answer(request))
 */
export function within<Result>(ids: Ids, work: () => Result): Result {
  return current.run({ ...current.getStore(), ...ids }, work);
}

/** The ids of what is being done. */
export function correlation(): Ids {
  return current.getStore() ?? {};
}

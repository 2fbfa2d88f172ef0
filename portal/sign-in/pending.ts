/** What has to outlast the way to the sign-in page and back: kept for this tab alone, and taken out once. */
export type Pending = { readonly verifier: string; readonly state: string; readonly returnTo: string };

const NAME = 'janus-sign-in';

export const keepPending = (pending: Pending): void => sessionStorage.setItem(NAME, JSON.stringify(pending));

/** What was kept, which is then kept no longer. */
export function takePending(): Pending | undefined {
  const kept = sessionStorage.getItem(NAME);
  sessionStorage.removeItem(NAME);
  const read: unknown = kept === null ? undefined : JSON.parse(kept);
  return isPending(read) ? read : undefined;
}

const isPending = (read: unknown): read is Pending =>
  typeof read === 'object' &&
  read !== null &&
  'verifier' in read &&
  'state' in read &&
  'returnTo' in read &&
  [read.verifier, read.state, read.returnTo].every((each) => typeof each === 'string');

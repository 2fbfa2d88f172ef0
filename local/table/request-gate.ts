import type { IncomingMessage, ServerResponse } from 'node:http';

/** How often a request whose caller has hung up is looked after; a closed response tells nothing. */
const HUNG_UP_MS = 5;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A gate in front of a server, which holds requests without losing any. */
type RequestGate = {
  readonly pass: Answer;
  /** Lets no more in, and waits for those inside. */
  readonly shut: () => Promise<void>;
  /** Lets those in that have been waiting, in their order, and all that come. */
  readonly open: () => void;
};

/** @param answer what is behind the gate; it must end every response whose request arrived whole */
export function requestGate(answer: Answer): RequestGate {
  const waiting: Parameters<Answer>[] = [];
  let isShut = false;
  let inside = 0;
  const awaitingEmpty: (() => void)[] = [];

  const enter: Answer = (request, response) => {
    // Whoever has hung up while waiting was answered nothing, and an end of this request would never come.
    if (request.destroyed) return;
    inside += 1;
    onLeft(request, response, () => {
      inside -= 1;
      if (inside === 0) for (const resolve of awaitingEmpty.splice(0)) resolve();
    });
    answer(request, response);
  };
  return {
    pass: (request, response) => {
      if (isShut) waiting.push([request, response]);
      else enter(request, response);
    },
    shut: () =>
      new Promise((resolve) => {
        isShut = true;
        if (inside === 0) resolve();
        else awaitingEmpty.push(resolve);
      }),
    open: () => {
      isShut = false;
      for (const [request, response] of waiting.splice(0)) enter(request, response);
    },
  };
}

/**
 * Tells once when nothing more will be done for a request. A caller who hangs up after sending it all does not end
 * it: the work goes on until it would have been answered.
 */
function onLeft(request: IncomingMessage, response: ServerResponse, left: () => void): void {
  const leave = () => {
    if (response.writableEnded || !request.readableEnded) left();
    else setTimeout(leave, HUNG_UP_MS);
  };
  response.once('close', () => {
    if (response.writableEnded) left();
    else setTimeout(leave, HUNG_UP_MS);
  });
}

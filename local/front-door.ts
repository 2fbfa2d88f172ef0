import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sendFixed } from './gateway/send-result.ts';
import type { Issuer } from './issuer/open-issuer.ts';
import { type Listening, listenOnLoopback } from './network/listen-on-loopback.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The one address of the system: its interface, and beside it the token service. */
type FrontDoor = Listening & {
  /** Until then every request is answered 503. */
  readonly open: (issuer: Pick<Issuer, 'serves' | 'answer'>, gateway: Answer) => void;
};

export async function buildFrontDoor(port: number, onError: (error: unknown) => void): Promise<FrontDoor> {
  let answer: Answer = async (_, response) => {
    await Promise.resolve();
    sendFixed(response, 503);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else sendFixed(response, 500);
    });
  });
  const listening = await listenOnLoopback(server, port);
  return {
    ...listening,
    open: (issuer, gateway) => {
      answer = (request, response) => {
        const path = request.url?.split('?')[0] ?? '';
        return issuer.serves(path) ? issuer.answer(request, response) : gateway(request, response);
      };
    },
  };
}

import type { Server } from 'node:http';

const LOOPBACK = '127.0.0.1';

/** A server that answers on this machine alone. */
export type Listening = {
  readonly port: number;
  readonly url: string;
  /** Stops taking requests, lets those under way end, and closes idle connections. */
  readonly close: () => Promise<void>;
};

/**
 * Lets a server listen on loopback; port 0 takes any free one.
 *
 * @throws the system's error, EADDRINUSE where the port is taken
 */
export async function listenOnLoopback(server: Server, port: number): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    url: `http://${LOOPBACK}:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

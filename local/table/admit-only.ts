import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * Lets a server answer only those who know an access key. dynalite believes every signature and lets every web page
 * ask, and what it holds is not for whoever else is on this machine.
 */
export function admitOnly(server: Server, accessKey: string): Server {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  return server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const known = request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKey}/`);
    if (known === true)
      for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
    else response.writeHead(403, { connection: 'close' }).end();
  });
}

import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Input = Readonly<Record<string, unknown>>;

/** What is done in place of a call of an SDK client, which it makes by `go`. */
export type Around = (
  call: { readonly command: string; readonly input: Input },
  go: () => Promise<unknown>,
) => Promise<unknown>;

/** What is answered in place of a request on its way to a service; nothing lets it go there. */
export type OnWire = (request: {
  readonly command: string;
  /** The SDK's first try of a call, or one of those after it. */
  readonly isFirst: boolean;
}) =>
  | { readonly statusCode: number; readonly headers: Record<string, string>; readonly body: unknown }
  | undefined;

type Args = { input: Input; request?: { headers: Readonly<Record<string, string>> } };
type Next = (args: Args) => Promise<{ output?: unknown; response?: unknown }>;
type Middleware = (next: Next, context: { commandName?: string }) => Next;
type Stack = {
  readonly clone: () => Stack;
  readonly add: (
    middleware: Middleware,
    where: { step: 'initialize' | 'deserialize'; priority: 'high' | 'low' },
  ) => void;
};

/**
 * A view of a client with middleware of its own, so that the client itself, and what others have of it, stay as they
 * are. Links that are signed with it pass through, too.
 */
function viewed<Client extends object>(client: Client, watch: (stack: Stack) => void): Client {
  const stack = (client as { middlewareStack: Stack }).middlewareStack.clone();
  watch(stack);
  return Object.create(client, { middlewareStack: { value: stack } }) as Client;
}

/** A view of a client whose every call is made, or not, by somebody else. */
export function aroundCalls<Client extends object>(client: Client, around: Around): Client {
  return viewed(client, (stack) =>
    stack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          let made: Awaited<ReturnType<Next>> = {};
          const output = await around({ command: commandName, input: args.input }, async () => {
            made = await next(args);
            return made.output;
          });
          return { ...made, output };
        },
      { step: 'initialize', priority: 'high' },
    ),
  );
}

/** A view of a client to whose requests something else may be answered than the service would, within its retries. */
export function onWire<Client extends S3Client | DynamoDBDocumentClient>(
  client: Client,
  answer: OnWire,
): Client {
  return viewed(client, (stack) =>
    stack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const isFirst = args.request?.headers['amz-sdk-request']?.startsWith('attempt=1;') === true;
          const response = answer({ command: commandName, isFirst });
          return response === undefined ? next(args) : { response };
        },
      { step: 'deserialize', priority: 'low' },
    ),
  );
}

/**
 * A view of a client that hears no time from the service: where a test sets the clock of its process, what Node says in
 * the headers of its servers is still the real one, and the SDK would go by that.
 */
export function withoutTime<Client extends S3Client>(client: Client): Client {
  return viewed(client, (stack) =>
    stack.add(
      (next) => async (args) => {
        const made = await next(args);
        delete (made.response as { headers: Record<string, string> }).headers['date'];
        return made;
      },
      { step: 'deserialize', priority: 'low' },
    ),
  );
}

import type { Route } from '../platform/routes.ts';
import type { SchemaName } from './schemas.ts';

/** What a query, a header or the path takes: any text, one of some words, or a number. */
export type Parameter = {
  readonly description: string;
  readonly required?: true;
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly example?: string;
};

/** What is sent or answered under a media type: JSON of a schema, or a file. */
export type Content = { readonly description: string } & (
  | { readonly schema: SchemaName; readonly example: unknown }
  | { readonly file: string }
  | { readonly empty: true }
);

/** A route in words: what it does, takes and answers. What all routes have alike is not said here. */
export type Operation = {
  /** A name for programs, `putPlacement`; unique. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly path?: Readonly<Record<string, Parameter>>;
  readonly query?: Readonly<Record<string, Parameter>>;
  readonly headers?: Readonly<Record<string, Parameter>>;
  readonly body?: Content;
  /** Other media types that it is taken as, each with an example. */
  readonly bodyAlso?: Readonly<Record<string, string>>;
  /** What it answers when it went well, by status. */
  readonly answers: Readonly<Record<number, Content>>;
  /** The codes of its own problem documents, by status. */
  readonly problems: Readonly<Record<number, readonly string[]>>;
};

/** API Gateway's name of each route of the table. */
export type RouteKey<Known extends Pick<Route, 'method' | 'path'>> = Known extends unknown
  ? `${Known['method']} ${Known['path']}`
  : never;

import { ObjectError } from './object-error.ts';

/** What a request is about: the path as it was sent, decoded once, and never normalised (`..` is part of a key). */
export type RequestTarget = {
  readonly bucket: string;
  readonly key: string;
  /** The path's segments, decoded. */
  readonly segments: readonly string[];
  /** The query, decoded, in the order sent. */
  readonly query: readonly (readonly [name: string, value: string])[];
};

/** Reads a request's target; throws 400 InvalidURI where it is not well formed. */
export function requestTarget(url: string): RequestTarget {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const search = mark === -1 ? '' : url.slice(mark + 1);
  try {
    const segments = path.split('/').map(decodeURIComponent);
    const query = search
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        const name = equals === -1 ? pair : pair.slice(0, equals);
        return [
          decodeURIComponent(name),
          equals === -1 ? '' : decodeURIComponent(pair.slice(equals + 1)),
        ] as const;
      });
    return { bucket: segments[1] ?? '', key: segments.slice(2).join('/'), segments, query };
  } catch {
    throw new ObjectError(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** The value of a query parameter, empty where it stands without one, nothing where it is absent. */
export function parameter(target: RequestTarget, name: string): string | undefined {
  return target.query.find(([candidate]) => candidate === name)?.[1];
}

import { Tracer } from '@aws-lambda-powertools/tracer';
import { idsOf } from './ids-of.ts';
import { placeOf } from './place-of-error.ts';

type Task<Result> = (payload: unknown) => Promise<Result>;

/**
 * A step of a run or a piece of work as X-Ray shows it, found by the ids of its payload. Of an error its name is kept
 * and nothing that it says; calls of the SDK are not traced one by one, since their errors may name keys, in which the
 * references of people are (ADR 19).
 */
export function traced<Result>(serviceName: string, work: Task<Result>): Task<Result> {
  const tracer = new Tracer({ serviceName, captureHTTPsRequests: false });
  return async (payload) => {
    const whole = tracer.getSegment();
    const part = whole?.addNewSubsegment(`## ${serviceName}`);
    if (part) tracer.setSegment(part);
    for (const [name, id] of Object.entries(idsOf(payload))) tracer.putAnnotation(name, id);
    try {
      return await work(payload);
    } catch (error) {
      tracer.putAnnotation('failure', placeOf(error).name);
      part?.addFaultFlag();
      throw error;
    } finally {
      part?.close();
      if (whole) tracer.setSegment(whole);
    }
  };
}

import type { StatementDocument } from '../../finance/statement-document.ts';

/** A service that is paid for. */
export type Service = StatementDocument['spot'][number]['service'];

const SERVICES: Record<Service, string> = { 'day-programme': 'Day programme', aftercare: 'Aftercare' };

/**
 * A service in words, at the beginning of a sentence or a line.
 *
 * @example serviceInWords('day-programme') // 'Day programme'
 */
export const serviceInWords = (service: Service): string => SERVICES[service];

/** How long after an end a placement still continues a journey, in days; part of the fingerprint. */
export const GAP_DAYS = 21;

/** How long after a placement's end a record still belongs to it, in days. */
export const BELONGING_DAYS = 365;

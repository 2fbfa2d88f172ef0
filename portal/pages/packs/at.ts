/** Whose pack, and of which month. */
export type PackAt = { readonly commissioner: string; readonly month: string };

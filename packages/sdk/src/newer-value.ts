declare const newer: unique symbol;

/**
 * A value of an enumeration that this version of the API does not list, as a newer engine may answer it: a string, which
 * may be compared with any other, and sent again. A literal is none, so that a misspelt one in a request does not compile;
 * `'new' as NewerValue` is one on purpose.
 */
export type NewerValue = string & { readonly [newer]: true };

const truths: Readonly<Record<string, boolean>> = {
  ...{ '1': true, t: true, T: true, TRUE: true, true: true, True: true },
  ...{ '0': false, f: false, F: false, FALSE: false, false: false, False: false },
};

/** What strconv.ParseBool of Go, and so a text option of Docker, reads as a boolean; undefined for anything else. */
export const goBoolean = (text: string): boolean | undefined =>
  Object.hasOwn(truths, text) ? truths[text] : undefined;

/** What it says of anything else. */
export const notGoBoolean = (text: string): string =>
  `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`;

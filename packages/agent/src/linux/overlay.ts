/** The value of an option of overlayfs among mount options (`upperdir`, `lowerdir`, `workdir`). */
export const overlayOption = (options: readonly string[], name: string): string | undefined =>
  options.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);

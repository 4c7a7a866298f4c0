/** The container that a namespace mode (`NetworkMode`, `IpcMode`, `PidMode`) shares with: `container:<name or id>`. */
export const sharedContainer = (mode: string | null | undefined): string | undefined =>
  /^container:(.+)$/.exec(mode ?? '')?.[1];

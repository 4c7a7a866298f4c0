/** `X-Registry-Auth`: an AuthConfig as JSON in URL-safe base64. What cannot be read counts as none, as in dockerd. */
export function registryAuth(header: string | undefined) {
  if (!header) return undefined;
  try {
    const auth = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<
      string,
      string | undefined
    >;
    return {
      username: auth['username'] ?? '',
      password: auth['password'] ?? '',
      identityToken: auth['identitytoken'] ?? '',
      registryToken: auth['registrytoken'] ?? '',
      serverAddress: auth['serveraddress'] ?? '',
    };
  } catch {
    return undefined;
  }
}

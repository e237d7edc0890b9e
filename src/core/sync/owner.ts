/** Who an issue's identity belongs to: one connection of one installed environment of the app. */

export function ownerOf(environment: string, connection: string): string {
  return `${environment}:${connection}`;
}

/** The connection of an owner of this environment, else undefined: another environment's issues are not ours. */
export function connectionOfOwner(environment: string, owner: unknown): string | undefined {
  const prefix = `${environment}:`;
  return typeof owner === 'string' && owner.startsWith(prefix) ? owner.slice(prefix.length) : undefined;
}

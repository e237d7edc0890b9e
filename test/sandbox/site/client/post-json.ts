/** What the site's own endpoints for the bridge answer. */
export interface BridgeAnswer {
  readonly result?: unknown;
  readonly error?: string;
}

/** Posts JSON to the site and reads its JSON answer. @throws with the site's words when it refuses. */
export async function postJson(path: string, body: unknown): Promise<BridgeAnswer> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const parsed = (await answer.json()) as BridgeAnswer;
  if (!answer.ok) throw new Error(parsed.error ?? `The site answered ${String(answer.status)}.`);
  return parsed;
}

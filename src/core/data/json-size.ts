/** A control character as JSON writes it; any other needs less. */
const mostPerCharacter = 6;
/** Quotes, colon and comma; a number, true or false. */
const mostBeside = 30;

/** Whether a value needs more bytes than these as JSON. Only what comes near is written out for it. */
export function isLargerThan(value: unknown, bytes: number): boolean {
  return mostBytes(value) > bytes && Buffer.byteLength(JSON.stringify(value)) > bytes;
}

function mostBytes(value: unknown): number {
  if (typeof value === 'string') return value.length * mostPerCharacter + mostBeside;
  if (typeof value !== 'object' || value === null) return mostBeside;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + mostBytes(one), mostBeside);
  let sum = mostBeside;
  for (const [name, one] of Object.entries(value))
    sum += name.length * mostPerCharacter + mostBeside + mostBytes(one);
  return sum;
}

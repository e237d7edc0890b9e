/** How many objects, lists and elements of lists a parsed document holds; counting ends beyond `most`. */
export function countValues(document: unknown, most: number): number {
  const open: unknown[] = [document];
  let count = 1;
  for (let value = open.pop(); value !== undefined && count <= most; value = open.pop()) {
    if (Array.isArray(value)) count += value.length;
    if (count > most || typeof value !== 'object' || value === null) continue;
    for (const one of Object.values(value)) {
      if (typeof one !== 'object' || one === null) continue;
      open.push(one);
      if (!Array.isArray(value)) count += 1;
    }
  }
  return count;
}

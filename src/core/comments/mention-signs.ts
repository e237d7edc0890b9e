/** Signs that stand for people in a text of a comment, so that no name and no address is stored with it. */

/** Private characters: nobody writes them, and no parser knows them. */
const [begin, end] = ['\uE000', '\uE001'];
const sign = /\uE000(\d{1,4})\uE001/g;

export function signOf(index: number): string {
  return `${begin}${String(index)}${end}`;
}

/** The text without signs of anybody else's making. */
export function withoutSigns(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '');
}

/** The text with each sign replaced by what it stands for. */
export function replaceSigns(text: string, of: (index: number) => string): string {
  return text.replace(sign, (_whole, index: string) => of(Number(index)));
}

/** The text in pieces: words, and the numbers of signs. */
export function splitAtSigns(text: string): (string | number)[] {
  return text
    .split(sign)
    .map((piece, at) => (at % 2 === 0 ? piece : Number(piece)))
    .filter((piece) => piece !== '');
}

import { remembered } from '../../core/data/remembered';
import { plainToMarkdown } from '../markdown';
import { webAddress } from '../text';

/**
 * `[user input](1)` points at a location of the result by number, `[the advisory](https://…)` anywhere. An escaped bracket opens nothing:
 * each start is tried once. An address may hold brackets in pairs, as those of encyclopedias do.
 */
const embedded =
  /(?<!\\)\[((?:[^\][\\]|\\.){1,500})\]\((\d{1,6}|[a-z][a-z0-9+.-]{0,30}:(?:[^\s()]|\([^\s()]{0,500}\)){1,2048})\)/gi;

/** A text that is nothing but links would cost more than the rest of its report. */
const mostLinks = 20;

/** A plain text of a log with the words of its embedded links in place of the links. */
export const wordsOf = remembered((text) => text.replace(embedded, (_, label: string) => unescaped(label)));

/** A plain text of a log as Markdown: embedded links to the web stay links, of others the words. */
export const linkedMarkdown = remembered((text) => {
  const links: string[] = [];
  const marked = text.replace(/[\uE000\uE001]/g, '').replace(embedded, (_, label: string, target: string) => {
    const address = links.length < mostLinks ? webAddress(target) : undefined;
    if (address === undefined) return unescaped(label);
    links.push(`[${plainToMarkdown(unescaped(label)).replaceAll(']', '\\]')}](<${address}>)`);
    return `\uE000${String(links.length - 1)}\uE001`;
  });
  return plainToMarkdown(marked).replace(
    /\uE000(\d+)\uE001/g,
    (mark, index: string) => links[Number(index)] ?? mark,
  );
});

function unescaped(label: string): string {
  return label.replace(/\\([\][\\])/g, '$1');
}

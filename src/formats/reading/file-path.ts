import { withoutCheckoutFolder } from './checkout-folders';
import { withoutDrive } from './place-text';

/** A path with slashes, without empty parts, `.` and what `..` takes back; letters with marks in one form, which systems write in two. */
export function tidyPath(path: string): string {
  const root = /^(?:[a-z]:)?\//i.exec(path.replaceAll('\\', '/'))?.[0] ?? '';
  const kept: string[] = [];
  for (const part of path.replaceAll('\\', '/').slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (part !== '..' || root === '') kept.push(part);
  }
  return (root + kept.join('/')).normalize('NFC');
}

/** No path that a system knows is longer. */
const longestPath = 4_096;

/** A path that a tool wrote, as it is inside the repository where the folder of a build service stands above it. */
export function filePath(path: string): string {
  return withoutDrive(withoutCheckoutFolder(tidyPath(path.slice(0, longestPath))));
}

/** The path of a file that a tool names as seen from the folder that it was told to look at. */
export function fileBelow(folder: string, path: string): string {
  const [root, file] = [tidyPath(folder.slice(0, longestPath)), tidyPath(path.slice(0, longestPath))];
  const inside = filePath(file);
  // Seen from the repository itself, a path that begins with a slash begins there.
  if (root === '') return folder === '' ? inside : inside.replace(/^\/+/, '');
  if (file === root || file.startsWith(`${root}/`)) return inside;
  return filePath(`${root}/${file.replace(/^\/+/, '')}`);
}

/** A folder as `fileBelow` names it; empty for the repository itself. */
export function folderPath(folder: string): string {
  return fileBelow(folder, 'x').replace(/\/?x$/, '');
}

import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { folderPath } from '../reading/file-path';
import { imageName } from '../reading/place-text';
import { frameOf, Reading } from '../reading/reading';
import { firstImage, scopeText } from '../reading/scope';
import { valueIn } from '../source';
import { type Around, isBuiltIn, observe } from './observe';
import { ImageTarget, Match, Report } from './report';

/** Grype's own report in JSON. */
export const grype: Format = {
  name: 'grype',
  title: 'Grype JSON',
  complete:
    'the image without tag, the folder or the file that was scanned; it proves nothing where an image has no name',
  signs: 'matches beside descriptor or source',
  recognises: ({ document }) =>
    Array.isArray(valueIn(document, 'matches')) &&
    (valueIn(document, 'descriptor') !== undefined || valueIn(document, 'source') !== undefined),
  read,
};

const isA = 'a report of Grype in JSON (grype -o json): an object with a list of matches';

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const read = frameOf(document, Report, isA);
  if (!read.ok) return read;
  const { matches, ignoredMatches } = read.frame;
  const { scope, ...around } = surroundings(read.frame);
  const reading = new Reading(product);
  const tool = read.frame.descriptor?.name || 'grype';
  const part = reading.part({
    tool,
    scope: scopeText(scope),
    ...(around.isNameless && { incomplete: 'noScope' }),
  });
  reading.take(matches, 'matches', Match, (one) => observe(one, { part, ...around }));
  reading.take(ignoredMatches, 'ignoredMatches', Match, (one) =>
    isBuiltIn(one) ? [] : observe(one, { part, ...around }),
  );
  return reading.answer();
}

interface Surroundings extends Omit<Around, 'part'> {
  readonly scope: Readonly<Record<string, string>>;
  readonly isNameless: boolean;
}

function surroundings({ source }: Report): Surroundings {
  const { type = 'source', target } = source ?? {};
  if (type === 'image') {
    const { userInput, tags = [] } = ImageTarget.safeParse(target).data ?? {};
    const image = firstImage([userInput, ...tags]);
    return {
      scope: { image: imageName(image) },
      isNameless: image === '',
      place: { image },
      folder: undefined,
    };
  }
  // Some versions write the path with its quotation marks.
  const path = typeof target === 'string' ? target.replace(/^"|"$/g, '') : '';
  const isFolder = type === 'directory';
  return {
    scope: { [isFolder ? 'folder' : type]: folderPath(path) },
    isNameless: false,
    place: {},
    folder: isFolder ? path : '',
  };
}

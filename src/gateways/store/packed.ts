/** JSON made small before it is stored: storage is counted by size, and what the app stores repeats itself. */
import { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { wordsOfRecords } from './words-of-records';

/** A value of many kilobytes as base64 of its gzipped JSON. */
export function pack(value: unknown): string {
  return packText(JSON.stringify(value));
}

/** The same of a value whose JSON is there already. */
export function packText(json: string): string {
  return gzipSync(json).toString('base64');
}

/** The value that `pack` made this text of. */
export function unpack(text: string): unknown {
  return JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8'));
}

const dictionary = Buffer.from(wordsOfRecords);
/** A window that holds the words and a usual record; more would only cost memory. */
const windowBits = 13;

/** A small value like those of link records: base64 of its JSON, deflated with words that both sides know. */
export function packRecord(value: unknown): string {
  return deflateRawSync(JSON.stringify(value), { dictionary, windowBits }).toString('base64');
}

/** The value that `packRecord` made this text of. */
export function unpackRecord(text: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64'), { dictionary }).toString('utf8'));
}

import type { FieldKind } from '../state/model';
import { cascadingCodec } from './cascading-codec';
import {
  componentsCodec,
  optionCodec,
  optionsCodec,
  priorityCodec,
  resolutionCodec,
  securityCodec,
  versionCodec,
  versionsCodec,
} from './choice-codecs';
import type { FieldCodec } from './codec';
import { groupCodec, groupsCodec } from './group-codecs';
import { parentCodec, userCodec, usersCodec } from './people-codecs';
import {
  adfCodec,
  dateCodec,
  datetimeCodec,
  labelsCodec,
  numberCodec,
  stringCodec,
  urlCodec,
} from './text-codecs';

const CODECS: Readonly<Partial<Record<FieldKind, FieldCodec>>> = {
  string: stringCodec,
  adf: adfCodec,
  labels: labelsCodec,
  priority: priorityCodec,
  resolution: resolutionCodec,
  user: userCodec,
  components: componentsCodec,
  versions: versionsCodec,
  date: dateCodec,
  datetime: datetimeCodec,
  number: numberCodec,
  option: optionCodec,
  options: optionsCodec,
  radio: optionCodec,
  checkboxes: optionsCodec,
  cascading: cascadingCodec,
  version: versionCodec,
  users: usersCodec,
  group: groupCodec,
  groups: groupsCodec,
  parent: parentCodec,
  security: securityCodec,
  url: urlCodec,
};

/** The codec of a kind of field; undefined for fields whose value is not stored (status, links, …). */
export function codecOf(kind: FieldKind): FieldCodec | undefined {
  return CODECS[kind];
}

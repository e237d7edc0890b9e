/**
 * The parts of SARIF 2.1.0 that findings are made of. Only what makes a document a SARIF log is demanded; anything
 * optional that a tool got wrong counts as not given, because one odd property must not cost the whole report.
 */
import { z } from 'zod';
import { list, maybe, named, namedTexts, properties, text, texts, whole } from '../reading/lenient';

/**
 * Thousands of results may share a text of the log, and each is looked through for every one of them: what is longer
 * than anybody reads is cut when the log is read, once.
 */
const longestText = 20_000;
/** One more than an address of the web may have, so that no cut one passes for whole. */
const longestAddress = 2_049;
const longestName = 500;
/** Of what belongs to a rule; lists of the log itself stay whole, since indices lead into them. */
const mostOfRule = 100;
const mostRuns = 1_000;

const Text = text(longestText);
const Address = text(longestAddress);
const Name = text(longestName);
const Index = whole(0);
const Properties = properties();
const Multiformat = z.object({ text: Text, markdown: Text });
export type Multiformat = z.infer<typeof Multiformat>;

const ComponentReference = z.object({ name: Name, guid: Name, index: Index });
const DescriptorReference = z.object({
  id: Name,
  guid: Name,
  index: Index,
  toolComponent: maybe(ComponentReference),
});
export type DescriptorReference = z.infer<typeof DescriptorReference>;

const Descriptor = z.object({
  id: Name,
  guid: Name,
  name: Name,
  deprecatedIds: texts(longestName, mostOfRule),
  shortDescription: maybe(Multiformat),
  fullDescription: maybe(Multiformat),
  help: maybe(Multiformat),
  helpUri: Address,
  messageStrings: named(Multiformat),
  defaultConfiguration: maybe(z.object({ level: Name })),
  relationships: list(z.object({ target: maybe(DescriptorReference) }), mostOfRule),
  properties: Properties,
});
export type Descriptor = z.infer<typeof Descriptor>;

const Component = z.object({
  name: Name,
  guid: Name,
  rules: list(Descriptor),
  taxa: list(Descriptor),
  globalMessageStrings: named(Multiformat),
});
export type Component = z.infer<typeof Component>;

const ArtifactLocation = z.object({ uri: Address, uriBaseId: Name, index: Index });
export type ArtifactLocation = z.infer<typeof ArtifactLocation>;

const LogicalLocation = z.object({ name: Name, fullyQualifiedName: Name, index: Index });
export type LogicalLocation = z.infer<typeof LogicalLocation>;

const Region = z.object({
  startLine: whole(1),
  startColumn: whole(1),
  snippet: maybe(Multiformat),
});

const Message = Multiformat.extend({ id: Name, arguments: texts(longestText) });
export type Message = z.infer<typeof Message>;

const Location = z.object({
  physicalLocation: maybe(z.object({ artifactLocation: maybe(ArtifactLocation), region: maybe(Region) })),
  logicalLocations: list(LogicalLocation),
  message: maybe(Message),
});
export type Location = z.infer<typeof Location>;

const CodeFlow = z.object({
  threadFlows: list(z.object({ locations: list(z.object({ location: maybe(Location) })) })),
});

const Replacement = z.object({
  deletedRegion: maybe(Region),
  insertedContent: maybe(z.object({ text: Text })),
});
const Fix = z.object({
  description: maybe(Multiformat),
  artifactChanges: list(
    z.object({ artifactLocation: maybe(ArtifactLocation), replacements: list(Replacement) }),
  ),
});
export type Fix = z.infer<typeof Fix>;

/** A result; only its message is demanded. */
export const Result = z.object({
  ruleId: Name,
  ruleIndex: Index,
  rule: maybe(DescriptorReference),
  kind: Name,
  level: Name,
  message: Message,
  locations: list(Location),
  relatedLocations: list(Location),
  codeFlows: list(CodeFlow),
  fixes: list(Fix),
  correlationGuid: Name,
  fingerprints: namedTexts(longestText),
  partialFingerprints: namedTexts(longestText),
  suppressions: list(z.object({ kind: Name, status: Name })),
  baselineState: Name,
  taxa: list(DescriptorReference),
  provenance: maybe(z.object({ firstDetectionTimeUtc: Name })),
  hostedViewerUri: Address,
  properties: Properties,
});
export type Result = z.infer<typeof Result>;

const Notifications = list(z.object({ level: Name }));
/** `executionSuccessful` stays what it is: whatever but true stands there is no success. */
const Invocation = z.object({
  executionSuccessful: z.unknown().optional(),
  exitCode: z.unknown().optional(),
  exitCodeDescription: Text,
  exitSignalName: Text,
  processStartFailureMessage: Text,
  toolExecutionNotifications: Notifications,
  toolConfigurationNotifications: Notifications,
  workingDirectory: maybe(ArtifactLocation),
});
export type Invocation = z.infer<typeof Invocation>;

/** A run; its results are read one by one, so that a broken one does not cost the others. */
export const Run = z.object({
  tool: z.object({
    driver: Component.extend({ name: z.string().refine((name) => name.trim() !== '', 'must not be empty') }),
    extensions: list(Component),
  }),
  /** Absent or null when the tool could not look: that says nothing about what it would have found. */
  results: z.array(z.unknown()).nullish(),
  artifacts: list(z.object({ location: maybe(ArtifactLocation) })),
  logicalLocations: list(LogicalLocation),
  originalUriBaseIds: named(ArtifactLocation),
  invocations: list(Invocation),
  automationDetails: maybe(z.object({ id: Name })),
  taxonomies: list(Component),
  versionControlProvenance: list(z.object({ repositoryUri: Name, branch: Name })),
  properties: Properties,
});
export type Run = z.infer<typeof Run>;

/** The document's frame: every run is read for itself afterwards. */
export const Log = z.object({
  version: z.string().regex(/^2\.1\.0/, 'must be "2.1.0": only SARIF 2.1.0 can be read'),
  runs: z
    .array(z.unknown())
    .max(mostRuns, `must hold at most ${String(mostRuns)} runs: split the report`)
    .pipe(z.array(Run)),
});
export type Log = z.infer<typeof Log>;

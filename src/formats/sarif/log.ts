/**
 * The parts of SARIF 2.1.0 that findings are made of. Only what makes a document a SARIF log is demanded; anything
 * optional that a tool got wrong counts as not given, because one odd property must not cost the whole report.
 */
import { z } from 'zod';

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/**
 * Thousands of results may share a text of the log, and each is looked through for every one of them: what is longer
 * than anybody reads is cut when the log is read, once.
 */
const longestText = 20_000;
const longestAddress = 4_000;
/** Of what belongs to a rule; lists of the log itself stay whole, since indices lead into them. */
const mostOfRule = 100;

const clipped = (most: number) => z.string().transform((text) => text.slice(0, most));
const Text = maybe(clipped(longestText));
const Address = maybe(clipped(longestAddress));
const Index = maybe(z.number().int().min(0));
const Properties = maybe(z.record(z.string(), z.unknown()));
const Multiformat = z.object({ text: Text, markdown: Text });
export type Multiformat = z.infer<typeof Multiformat>;

/** Elements that do not fit stay as empty places, so that indices into the list remain right. */
const list = <T extends z.ZodType>(schema: T) => maybe(z.array(schema.optional().catch(undefined)));
const shortList = <T extends z.ZodType>(schema: T) =>
  maybe(
    z
      .array(z.unknown())
      .transform((all) => all.slice(0, mostOfRule))
      .pipe(z.array(schema.optional().catch(undefined))),
  );

const ComponentReference = z.object({ name: Text, guid: Text, index: Index });
const DescriptorReference = z.object({
  id: Text,
  guid: Text,
  index: Index,
  toolComponent: maybe(ComponentReference),
});
export type DescriptorReference = z.infer<typeof DescriptorReference>;

const Descriptor = z.object({
  id: Text,
  guid: Text,
  name: Text,
  deprecatedIds: shortList(clipped(longestAddress)),
  shortDescription: maybe(Multiformat),
  fullDescription: maybe(Multiformat),
  help: maybe(Multiformat),
  helpUri: Address,
  messageStrings: maybe(z.record(z.string(), Multiformat)),
  defaultConfiguration: maybe(z.object({ level: Text })),
  relationships: shortList(z.object({ target: maybe(DescriptorReference) })),
  properties: Properties,
});
export type Descriptor = z.infer<typeof Descriptor>;

const Component = z.object({
  name: Text,
  guid: Text,
  rules: list(Descriptor),
  taxa: list(Descriptor),
  globalMessageStrings: maybe(z.record(z.string(), Multiformat)),
});
export type Component = z.infer<typeof Component>;

const ArtifactLocation = z.object({ uri: Address, uriBaseId: Address, index: Index });
export type ArtifactLocation = z.infer<typeof ArtifactLocation>;

const LogicalLocation = z.object({ name: Address, fullyQualifiedName: Address, index: Index });
export type LogicalLocation = z.infer<typeof LogicalLocation>;

const Region = z.object({
  startLine: maybe(z.number().int().min(1)),
  startColumn: maybe(z.number().int().min(1)),
  snippet: maybe(Multiformat),
});

const Message = Multiformat.extend({ id: Text, arguments: list(z.string()) });
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
  ruleId: Text,
  ruleIndex: Index,
  rule: maybe(DescriptorReference),
  kind: Text,
  level: Text,
  message: Message,
  locations: list(Location),
  relatedLocations: list(Location),
  codeFlows: list(CodeFlow),
  fixes: list(Fix),
  correlationGuid: Text,
  fingerprints: maybe(z.record(z.string(), z.string())),
  partialFingerprints: maybe(z.record(z.string(), z.string())),
  suppressions: list(z.object({ kind: Text, status: Text })),
  baselineState: Text,
  taxa: list(DescriptorReference),
  provenance: maybe(z.object({ firstDetectionTimeUtc: Text })),
  hostedViewerUri: Text,
  properties: Properties,
});
export type Result = z.infer<typeof Result>;

const Notifications = list(z.object({ level: Text }));
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
  originalUriBaseIds: maybe(z.record(z.string(), ArtifactLocation)),
  invocations: list(Invocation),
  automationDetails: maybe(z.object({ id: Text })),
  taxonomies: list(Component),
  versionControlProvenance: list(z.object({ repositoryUri: Text, branch: Text })),
  properties: Properties,
});
export type Run = z.infer<typeof Run>;

/** The document's frame: every run is read for itself afterwards. */
export const Log = z.object({
  version: z.string().regex(/^2\.1\.0/, 'must be "2.1.0": only SARIF 2.1.0 can be read'),
  runs: z.array(Run),
});
export type Log = z.infer<typeof Log>;

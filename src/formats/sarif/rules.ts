import type { Component, Descriptor, DescriptorReference, Result, Run } from './log';

/** A rule as one result names it, with the tool component that defines it, where the log tells. */
export interface RuleOfResult {
  readonly id: string | undefined;
  readonly descriptor: Descriptor | undefined;
  readonly component: Component;
}

interface Shelf {
  readonly component: Component;
  readonly byId: ReadonlyMap<string, Descriptor>;
  /** Guids in lower case. */
  readonly byGuid: ReadonlyMap<string, Descriptor>;
}

/** Of a hierarchical id; and so many components may define rules. */
const maxDepth = 10;
const maxComponents = 100;

/** Finds the rules of a run's results: by index, guid or id, in the driver or in an extension. */
export class RuleBook {
  private readonly driver: Shelf;
  private readonly extensions: readonly (Shelf | undefined)[];
  /** The first rule of each id in all of them. */
  private readonly anywhere: ReadonlyMap<string, Found>;

  constructor(run: Run) {
    this.driver = shelve(run.tool.driver);
    this.extensions = (run.tool.extensions ?? [])
      .slice(0, maxComponents)
      .map((component) => component && shelve(component));
    this.anywhere = firstOf(this.shelves());
  }

  /** The rule of a result. An unknown rule keeps its id; a result may also have no rule at all. */
  of(result: Result): RuleOfResult {
    const wanted = result.rule;
    const id = nonEmpty(result.ruleId) ?? nonEmpty(wanted?.id);
    const home = this.shelfOf(wanted) ?? this.driver;
    const index = wanted?.index ?? result.ruleIndex;
    const found =
      byIndex(home, index, id) ??
      byGuid(home, wanted?.guid) ??
      (id === undefined ? undefined : this.search(home, id));
    return {
      id: id ?? nonEmpty(found?.descriptor.id),
      descriptor: found?.descriptor,
      component: found?.component ?? home.component,
    };
  }

  private shelfOf(reference: DescriptorReference | undefined): Shelf | undefined {
    const wanted = reference?.toolComponent;
    if (wanted === undefined) return undefined;
    if (wanted.index !== undefined) return this.extensions[wanted.index];
    return this.shelves().find(
      ({ component }) =>
        (wanted.guid !== undefined && component.guid === wanted.guid) ||
        (wanted.name !== undefined && component.name === wanted.name),
    );
  }

  private search(home: Shelf, id: string): Found | undefined {
    // A hierarchical id such as CA1000/1 belongs to the rule CA1000.
    let depth = 0;
    for (
      let name = id;
      name !== '' && depth < maxDepth;
      depth += 1, name = name.slice(0, Math.max(0, name.lastIndexOf('/')))
    ) {
      const descriptor = home.byId.get(name);
      if (descriptor !== undefined) return { descriptor, component: home.component };
      const elsewhere = this.anywhere.get(name);
      if (elsewhere !== undefined) return elsewhere;
    }
    return undefined;
  }

  private shelves(): Shelf[] {
    return [this.driver, ...this.extensions.filter((shelf) => shelf !== undefined)];
  }
}

interface Found {
  readonly descriptor: Descriptor;
  readonly component: Component;
}

function firstOf(shelves: readonly Shelf[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { component, byId } of shelves)
    for (const [id, descriptor] of byId) if (!found.has(id)) found.set(id, { descriptor, component });
  return found;
}

function shelve(component: Component): Shelf {
  const byId = new Map<string, Descriptor>();
  const byGuid = new Map<string, Descriptor>();
  for (const rule of component.rules ?? []) {
    if (rule?.id !== undefined && !byId.has(rule.id)) byId.set(rule.id, rule);
    const guid = rule?.guid?.toLowerCase();
    if (rule && guid !== undefined && !byGuid.has(guid)) byGuid.set(guid, rule);
  }
  return { component, byId, byGuid };
}

/** The rule at the index, unless the result's own id contradicts it: some tools count wrongly, ids are right. */
function byIndex(shelf: Shelf, index: number | undefined, id: string | undefined): Found | undefined {
  const descriptor = index === undefined ? undefined : shelf.component.rules?.[index];
  if (descriptor === undefined) return undefined;
  const agrees =
    id === undefined ||
    descriptor.id === undefined ||
    id === descriptor.id ||
    id.startsWith(`${descriptor.id}/`);
  return agrees ? { descriptor, component: shelf.component } : undefined;
}

function byGuid(shelf: Shelf, guid: string | undefined): Found | undefined {
  if (guid === undefined) return undefined;
  const descriptor = shelf.byGuid.get(guid.toLowerCase());
  return descriptor && { descriptor, component: shelf.component };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

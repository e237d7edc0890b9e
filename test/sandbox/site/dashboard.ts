/** A gadget on the site's dashboard. */
export interface Gadget {
  readonly id: string;
  readonly moduleKey: string;
  /** What its edit view submitted last; absent: it was only added. */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/** The one dashboard of the site. Everybody sees it, and everybody may change it. */
export interface Dashboard {
  readonly id: string;
  /** In the order in which they were added; also what to keep for a later run. */
  gadgets(): readonly Gadget[];
  add(moduleKey: string): void;
  remove(id: string): void;
  configure(id: string, configuration: Readonly<Record<string, unknown>>): void;
}

/** A dashboard with these gadgets on it. */
export function createDashboard(gadgets: readonly Gadget[]): Dashboard {
  let all = gadgets;
  return {
    id: '10000',
    gadgets: () => all,
    add(moduleKey) {
      const next = Math.max(10_000, ...all.map(({ id }) => Number(id))) + 1;
      all = [...all, { id: String(next), moduleKey }];
    },
    remove(id) {
      all = all.filter((gadget) => gadget.id !== id);
    },
    configure(id, configuration) {
      all = all.map((gadget) => (gadget.id === id ? { ...gadget, configuration } : gadget));
    },
  };
}

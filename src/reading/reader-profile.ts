/** What a reader tells the feed about themselves. */
/** So many papers a day, where nothing is said. */
export const USUAL_PLACES = 5;

export const INTEREST_KINDS = ['topic', 'journal', 'specialty'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** What somebody chose to read about. */
export interface Interest {
  readonly kind: InterestKind;
  /** As it was chosen, at most 300 characters. */
  readonly value: string;
}

export const STANCES = ['more', 'less', 'forget'] as const;
/** What somebody says of a word in the reasons of the feed: `forget` is that it shall count neither way. */
export type Stance = (typeof STANCES)[number];

export interface TermStance {
  /** One stem, or two with a blank between. */
  readonly term: string;
  readonly stance: Stance;
  /** Instant in UTC. */
  readonly at: string;
}

export const SPECIES = ['animals-only'] as const;

/** What never comes into somebody's feed, each list of at most 50. */
export interface LeftOut {
  /** Kinds of publications that are left out. */
  readonly types: readonly string[];
  /** Journals that are left out. */
  readonly journals: readonly string[];
  /** `animals-only`: studies of animals alone are left out. */
  readonly species: readonly (typeof SPECIES)[number][];
  /** The languages that are kept; papers in any other are left out. Where none is named, all are kept. */
  readonly onlyLanguages: readonly string[];
}

/** Survives JSON unchanged. */
export interface ReaderProfile {
  /** How many papers a day, from 1 to 12. */
  readonly places: number;
  /** While it is, nothing that the person thinks of papers changes what the feed is built on. */
  readonly isPaused: boolean;
  readonly leftOut: LeftOut;
  /** At most 20, in the order in which they were chosen. */
  readonly interests: readonly Interest[];
  /** At most 500, the newest first. */
  readonly stances: readonly TermStance[];
  /** Instant in UTC, where the person started over. */
  readonly startedOverAt?: string;
  /** Whether they have never said anything: neither chosen, nor skipped the choosing, nor changed anything. */
  readonly isNew: boolean;
}

/** What is absent stays as it is, list by list. */
export interface ProfileChange {
  readonly places?: number | undefined;
  readonly isPaused?: boolean | undefined;
  readonly leftOut?: Partial<LeftOut> | undefined;
}

/** What starting over took away, for taking it back. Survives JSON unchanged. */
export interface BeforeStartOver {
  /** Where the person had started over before. */
  readonly startedOver?: { readonly at: string; readonly sequence: number };
  readonly interests: readonly Interest[];
  readonly stances: readonly TermStance[];
}

/** Documents: as written (`RawDocument`), and as known to be good (`ControlledDocument`). */
import type { Extent, FrontMatter } from '../../../schemas/document.ts';
import type { ComponentName } from '../../../schemas/components.ts';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';
import type { ClauseLabel, EditionKey } from './standard.ts';

export type DocumentId = string;

/** A heading of the text with the id that links lead to. */
export interface Heading {
  readonly id: string;
  /** True when the author wrote `{#id}`. */
  readonly explicit: boolean;
  readonly depth: number;
  readonly titleText: string;
  readonly place: Place;
}

/** A link or picture as written. */
export interface RawLink {
  readonly kind: 'link' | 'image';
  readonly href: string;
  readonly text: string;
  readonly place: Place;
  /** Id of the section it stands in; undefined before the first heading. */
  readonly section?: string | undefined;
}

/** What a link leads to, resolved once against the whole manual. */
export type LinkTarget =
  | { readonly kind: 'document'; readonly id: DocumentId; readonly anchor?: string | undefined }
  | { readonly kind: 'file'; readonly path: string }
  /** A page of the site that no document is, e.g. `/coverage/`. */
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'external'; readonly href: string }
  | {
      readonly kind: 'broken';
      readonly reason:
        | 'empty'
        | 'malformed'
        | 'unsafe'
        | 'outside'
        | 'no-document'
        | 'no-file'
        | 'letter-case'
        | 'no-page'
        /** A picture of another site, which pages do not load. */
        | 'elsewhere';
      /** What would have been meant, as it would be written. */
      readonly candidate?: string | undefined;
    };

export interface ResolvedLink extends RawLink {
  readonly target: LinkTarget;
}

/** A component in the text, its attributes already checked. */
export interface ComponentUse {
  readonly name: ComponentName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
  readonly attributePlaces: Readonly<Record<string, Place>>;
  readonly section?: string | undefined;
}

/**
 * The text as a stream: markup that is ready, slots for addresses (the index into `links`), and components
 * with the stream between their tags. Strings may be unbalanced across components.
 */
export type BodySegment =
  | string
  | { readonly link: number }
  | { readonly component: number; readonly body: readonly BodySegment[]; readonly inline: boolean };

/** A section: from one heading to the next. */
export interface Section {
  readonly id: string;
  readonly titleText: string;
  readonly depth: number;
  /** The first words of the passage as plain text, at most 280 characters. */
  readonly excerptText: string;
}

export interface DocumentBody {
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly links: readonly RawLink[];
  readonly components: readonly ComponentUse[];
  readonly segments: readonly BodySegment[];
  /** What looks like data about persons. */
  readonly personalData?: readonly {
    readonly kind: string;
    readonly text: string;
    readonly place: Place;
  }[];
  /** Number of words of the visible text. */
  readonly words: number;
  /** First words of the text before any heading, at most 280 characters. */
  readonly leadText: string;
  /** False where the parser could not read the text: its headings are then unknown, and no anchor is called broken. */
  readonly complete: boolean;
}

/** Front matter of which any key may be missing, because what was written there is at fault. */
export type SoundKeys = Partial<FrontMatter>;

/** What one file says, faults included. */
export interface RawDocument {
  readonly file: string;
  /** The id as written, even where other keys are at fault, so that references to it are not called broken. */
  readonly id?: DocumentId | undefined;
  /** Undefined where the front matter does not satisfy its schema. */
  readonly frontMatter?: FrontMatter | undefined;
  /** The keys that are sound by themselves, where the front matter as a whole is not. */
  readonly soundKeys?: SoundKeys | undefined;
  /** Whatever could be a clause number in front matter that cannot be used: see `Manual.unreadClaims`. */
  readonly mentions?: readonly string[] | undefined;
  /** Places of values in the front matter by path, e.g. `clauses.0.clause`. */
  readonly places: Readonly<Record<string, Place>>;
  readonly body: DocumentBody;
  readonly findings: readonly Finding[];
  /** SHA-256 of the file's text, hexadecimal, given by whoever read it. */
  readonly digest: string;
}

/** One claim: this document meets that clause, there, to that extent. */
export interface Claim {
  readonly document: DocumentId;
  readonly edition: EditionKey;
  readonly clause: ClauseLabel;
  /** Heading ids; empty for the whole document. */
  readonly sections: readonly string[];
  readonly extent: Extent;
  readonly note?: string | undefined;
  readonly place: Place;
  /** Where the claim was written. */
  readonly origin: 'front-matter' | 'text';
}

/**
 * A text as written, its front matter sound or not. Rules that judge references look at these, so that one
 * fault does not hide another.
 */
export interface WrittenDocument {
  /** Undefined where no id could be read. */
  readonly id?: DocumentId | undefined;
  readonly file: string;
  readonly frontMatter: SoundKeys;
  readonly places: Readonly<Record<string, Place>>;
  readonly body: DocumentBody;
  readonly links: readonly ResolvedLink[];
  readonly claims: readonly Claim[];
}

/** A document whose front matter is sound. References in it may still be unknown; the rules say so. */
export interface ControlledDocument {
  readonly id: DocumentId;
  readonly file: string;
  readonly digest: string;
  readonly frontMatter: FrontMatter;
  readonly places: Readonly<Record<string, Place>>;
  readonly body: DocumentBody;
  readonly links: readonly ResolvedLink[];
  readonly claims: readonly Claim[];
}

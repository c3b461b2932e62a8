import type { Piece, PresentPiece } from "../adapters/types.ts";
import { atLeastAlike, createLexicon, type Gist } from "./likeness.ts";
import { textOf } from "./piece-text.ts";

/** Judges whether a present piece of ours is the one that a wanted piece means. Remembers what it worked out. */
export interface Comparer {
  /** Shows the same, children included; what others put among the children is left out of account. */
  identical(wanted: Piece, present: PresentPiece): boolean;
  /** How much is saved by taking this present piece for the wanted one; 0 when they have nothing to do with each other. */
  worth(wanted: Piece, present: PresentPiece): number;
}

/**
 * A match that needs no write is worth more than any two that need one could differ by. That keeps an alignment the
 * best one while it is being carried out, so that a run which is stopped and started again does not change its mind.
 */
const worths = { identical: 2000, sameContent: 1000, likeContent: 990, retyped: 400 } as const;

/** Headings hold a report together: a section's lines follow their heading rather than the reverse. */
const headingFactor = 2;

export function isHeading(piece: { readonly type: string }): boolean {
  return piece.type.startsWith("heading");
}

export function createComparer(): Comparer {
  const lexicon = createLexicon();
  const keys = new Map<string, number>();
  const deepKeys = new Map<Piece | PresentPiece, number>();
  const gists = new Map<Piece | PresentPiece, Gists>();

  const deepKey = (piece: Piece | PresentPiece): number => {
    const known = deepKeys.get(piece);
    if (known !== undefined) return known;
    const text = JSON.stringify([piece.type, piece.content, ourChildren(piece).map(deepKey)]);
    const key = keys.get(text) ?? keys.size;
    keys.set(text, key);
    deepKeys.set(piece, key);
    return key;
  };

  const gistsOf = (piece: Piece | PresentPiece): Gists => {
    const known = gists.get(piece);
    if (known) return known;
    const made = { own: lexicon.gist(textOf(piece.content)), below: lexicon.gist(textBelow(piece)) };
    gists.set(piece, made);
    return made;
  };

  const likeness = (wanted: Piece, present: PresentPiece): number => {
    const [one, other] = [gistsOf(wanted), gistsOf(present)];
    const own = lexicon.likeness(one.own, other.own);
    // An edited piece keeps its content while what is in it is brought up to date.
    if (present.edited && present.type === wanted.type)
      return Math.max(own, atLeastAlike(shareBelow(wanted, present)));
    return Math.max(own, lexicon.likeness(one.below, other.below));
  };

  // A share, because it only grows while what is missing is written and what is left over goes.
  const shareBelow = (wanted: Piece, present: PresentPiece): number =>
    lexicon.share(gistsOf(wanted).below, gistsOf(present).below);

  const identical = (wanted: Piece, present: PresentPiece): boolean => deepKey(wanted) === deepKey(present);

  const worth = (wanted: Piece, present: PresentPiece): number => {
    // A person made another kind of line of ours (a to-do of a paragraph, a wider table): it still says it.
    if (wanted.type !== present.type)
      return present.edited ? Math.round(worths.retyped * likeness(wanted, present)) : 0;
    if (identical(wanted, present)) return worths.identical;
    if (wanted.content === present.content)
      return worths.sameContent + Math.round(worths.likeContent * shareBelow(wanted, present));
    return Math.round(worths.likeContent * likeness(wanted, present));
  };

  return {
    identical,
    worth: (wanted, present) => worth(wanted, present) * (isHeading(wanted) ? headingFactor : 1),
  };
}

interface Gists {
  readonly own: Gist;
  readonly below: Gist;
}

function ourChildren(piece: Piece | PresentPiece): readonly (Piece | PresentPiece)[] {
  return "ours" in piece ? piece.children.filter((child) => child.ours) : piece.children;
}

function textBelow(piece: Piece | PresentPiece): string {
  return ourChildren(piece)
    .map((child) => `${textOf(child.content)}\n${textBelow(child)}`)
    .join("\n");
}

/**
 * Learns from likes and dislikes what somebody wants to read. Two opinions are blended: the line that best separates liked from disliked
 * papers, and nearness to the middle of the liked ones, which knows more while likes are few and gives way as they come.
 * Both are weights of terms, so the blend is one weight a term, and a score can be told apart term by term.
 */
import { addTo, product } from '../features/rows.ts';
import type { Rows } from '../features/rows.ts';
import { separate } from './separate.ts';
import type { Precision, Sided } from './separate.ts';

export interface LearnerSettings {
  /** What an example costs on the wrong side, in the mean: the larger, the closer the line follows the examples. */
  readonly cost: number;
  /** All likes together cost so many times what all dislikes together do. */
  readonly likesToDislikes: number;
  /** What all presumed dislikes together cost, as a share of all likes. */
  readonly presumedToLikes: number;
  /** How many papers nobody has judged are presumed disliked. */
  readonly presumed: number;
  /** Over how many papers both opinions are brought to one scale. */
  readonly scale: number;
  /** How much the middle of the dislikes is taken off that of the likes. */
  readonly dislikesOffMiddle: number;
  /** At so many likes, nearness counts half as much as the line. */
  readonly likesToHalf: number;
  readonly precision: Precision;
}

/** A paper that was judged; a weight below 1 is an opinion that has faded. */
export interface Judged {
  readonly row: number;
  readonly weight: number;
}

export interface Judgements {
  readonly liked: readonly Judged[];
  readonly disliked: readonly Judged[];
  /** Rows drawn by chance among papers that nobody judged. */
  readonly presumed: readonly number[];
  /** Rows over whose scores both opinions are brought to one scale: the papers to rank, or a sample of them. */
  readonly scale: readonly number[];
}

export interface Model {
  /** One weight a column. The score of a paper is the inner product of its row with them; 0 tells nothing. */
  readonly weights: Float64Array;
}

/**
 * The same judgements, settings and seed give the same model. Without likes there is no line, only distance from the dislikes;
 * without any judgement every weight is 0.
 */
export function learn(rows: Rows, judgements: Judgements, settings: LearnerSettings, seed: number): Model {
  const { liked, disliked, scale } = judgements;
  const line =
    liked.length === 0
      ? new Float64Array(rows.width)
      : separate(rows, sided(judgements, settings), settings.precision, seed);
  const nearness = new Float64Array(rows.width);
  addMiddle(nearness, rows, liked, 1);
  addMiddle(nearness, rows, disliked, -settings.dislikesOffMiddle);
  const lineShare = perSpread(rows, scale, line);
  const nearnessShare = perSpread(rows, scale, nearness) / (1 + total(liked) / settings.likesToHalf);
  for (let column = 0; column < rows.width; column += 1)
    line[column] = lineShare * (line[column] as number) + nearnessShare * (nearness[column] as number);
  return { weights: line };
}

/** The scores of some rows, in their order; higher is better. They compare within one model alone. */
export function score({ weights }: Model, rows: Rows, of: readonly number[]): Float64Array {
  return Float64Array.from(of, (row) => product(rows, row, weights));
}

/** The examples and their costs: in the mean over the judged ones, the cost of the settings. */
function sided({ liked, disliked, presumed }: Judgements, settings: LearnerSettings): Sided[] {
  const likes = total(liked);
  const perDislike = disliked.length === 0 ? 0 : likes / (settings.likesToDislikes * total(disliked));
  const perPresumed = (settings.presumedToLikes * likes) / presumed.length;
  const given = likes * (1 + (disliked.length === 0 ? 0 : 1 / settings.likesToDislikes));
  const unit = (settings.cost * (liked.length + disliked.length)) / given;
  return [
    ...liked.map(({ row, weight }): Sided => ({ row, side: 1, cost: unit * weight })),
    ...disliked.map(({ row, weight }): Sided => ({ row, side: -1, cost: unit * perDislike * weight })),
    ...presumed.map((row): Sided => ({ row, side: -1, cost: unit * perPresumed })),
  ];
}

function total(judged: readonly Judged[]): number {
  return judged.reduce((sum, { weight }) => sum + weight, 0);
}

/** Adds the weighted mean of rows, times a factor. */
function addMiddle(weights: Float64Array, rows: Rows, judged: readonly Judged[], factor: number): void {
  const whole = total(judged);
  for (const { row, weight } of judged) addTo(weights, rows, row, (factor * weight) / whole);
}

/** What brings scores by some weights to a standard deviation of 1; 0 where they do not differ. */
function perSpread(rows: Rows, scale: readonly number[], weights: Float64Array): number {
  const scores = scale.map((row) => product(rows, row, weights));
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  const variance = scores.reduce((sum, each) => sum + (each - mean) ** 2, 0) / scores.length;
  return variance > 0 ? 1 / Math.sqrt(variance) : 0;
}

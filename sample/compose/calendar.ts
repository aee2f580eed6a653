/**
 * When each paper entered: days before the sample is made, dense in the last month and year, and never a notice before its paper.
 * A study that speaks of another says its `day` itself.
 */
import type { Facts } from './facts.ts';
import { fact, factIfGiven, studyOf } from './facts.ts';
import { dice } from './random.ts';
import type { Dice } from './random.ts';

const OLDEST = 2900;

/** Days before the making, by the key of each study. */
export function calendar(all: readonly Facts[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  const free = all.filter((study) => factIfGiven(study, 'of') === undefined);
  for (const study of free) days.set(study.key, freeDay(study, all, dice(`day ${study.key}`)));
  for (const study of free) {
    const trial = besideTrial(study, all);
    const of = trial && days.get(trial.key);
    if (of !== undefined) days.set(study.key, Math.max(2, of - dice(`day ${study.key}`).between(60, 260)));
  }
  for (const tied of all.filter((one) => factIfGiven(one, 'of') !== undefined)) {
    const day = days.get(studyOf(tied, all).key) ?? 1;
    days.set(tied.key, tiedDay(tied, day, dice(`day ${tied.key}`)));
  }
  return days;
}

/** The trial whose registration an economic evaluation carries. */
export function besideTrial(study: Facts, all: readonly Facts[]): Facts | undefined {
  const registered = factIfGiven(study, 'registered');
  if (study.design !== 'costs' || registered === undefined) return undefined;
  return all.find((other) => other.design === 'trial' && factIfGiven(other, 'registered') === registered);
}

function freeDay(study: Facts, all: readonly Facts[], d: Dice): number {
  const given = factIfGiven(study, 'day');
  if (given !== undefined) return Number(given);
  const ties = all.filter((tied) => factIfGiven(tied, 'of') === study.key);
  const needs = ties.map((tied) =>
    tied.design === 'notice' ? (fact(tied, 'kind') === 'retraction' ? 700 : 240) : 100,
  );
  const hasCosts = all.some((other) => besideTrial(other, all) === study);
  const least = Math.max(
    hasCosts ? 320 : 1,
    ...needs.filter((_, index) => ties[index]?.design !== 'protocol' && ties[index]?.design !== 'preprint'),
  );
  const most = ties.some(({ design }) => design === 'protocol' || design === 'preprint') ? 2100 : OLDEST;
  if (factIfGiven(study, 'preprint') !== undefined) return d.between(2, 150);
  if (least > 1) return d.between(least, Math.min(most, 1900));
  const throwOf = d.next();
  if (throwOf < 0.15) return d.between(1, 30);
  if (throwOf < 0.39) return d.between(31, 364);
  return d.between(366, most);
}

function tiedDay(tied: Facts, of: number, d: Dice): number {
  const given = factIfGiven(tied, 'day');
  if (given !== undefined) return Number(given);
  if (tied.design === 'protocol') return of + d.between(380, 780);
  if (tied.design === 'preprint') return of + d.between(110, 290);
  if (tied.design === 'comment') return fact(tied, 'kind') === 'editorial' ? of : Math.max(1, of - d.between(25, 90));
  const least = fact(tied, 'kind') === 'retraction' ? 250 : 40;
  return Math.max(3, of - d.between(least, Math.min(of - 4, least + 400)));
}

/** Papers related to one. An answer is kept as long as the library stays as it is: many people open the same papers. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { RelatedAnswer } from '#api/index.ts';
import type { Handlers } from './handler.ts';
import type { ServerHouse, ServerRooms } from './house.ts';
import { foundPaper } from './present.ts';

const SHOWN = 10;
/** Some 10 kB each. */
const ANSWERS_KEPT = 500;

interface Kept {
  /** Of the library that the answers are of. */
  readonly changedAt: string | undefined;
  readonly answers: Map<string, Promise<RelatedAnswer>>;
}

export function relatedHandlersOf(words: ServerRooms): Pick<Handlers, 'related'> {
  const keptOf = new WeakMap<ServerHouse, Kept>();
  const answersOf = async (house: ServerHouse): Promise<Kept['answers']> => {
    const { changedAt } = await house.state();
    const kept = keptOf.get(house);
    if (kept !== undefined && kept.changedAt === changedAt) return kept.answers;
    const answers: Kept['answers'] = new Map();
    keptOf.set(house, { changedAt, answers });
    return answers;
  };
  return {
    async related({ id }, { house }) {
      const answers = await answersOf(house);
      const answer = answers.get(id) ?? related(house, words, id);
      // The one used last stands last; who asks at the same time waits for the same answer.
      answers.delete(id);
      answers.set(id, answer);
      const [oldest] = answers.keys();
      if (answers.size > ANSWERS_KEPT && oldest !== undefined) answers.delete(oldest);
      try {
        return await answer;
      } catch (thrown) {
        answers.delete(id);
        throw thrown;
      }
    },
  };
}

async function related(house: ServerHouse, words: ServerRooms, asked: string): Promise<RelatedAnswer> {
  const { hits } = await house.related(await idOf(house, asked), SHOWN);
  return {
    hits: hits.map(({ shared, tie, mark, also, ...hit }) => ({
      paper: foundPaper(hit, words),
      shared: [...shared],
      ...(tie === undefined ? {} : { tie }),
      ...(mark === undefined ? {} : { mark }),
      ...(also === undefined ? {} : { also: [...also] }),
    })),
  };
}

/** @throws AppError `not_found` where the identifier leads to no paper, or to several. */
async function idOf(house: ServerHouse, asked: string): Promise<RecordId> {
  const found = await house.lookUp(asked);
  switch (found.kind) {
    case 'paper':
      return found.described.paper.id;
    case 'several':
      throw new AppError('not_found', `Several papers carry ${asked}. Ask for one of them by its PMID or id.`);
    case 'withdrawn':
      throw new AppError('not_found', `PubMed has withdrawn ${asked}, so nothing is related to it here.`);
    case 'unknown':
      throw new AppError(
        'not_found',
        `No paper in this library is ${asked}. Check the identifier, or search for words of its title.`,
      );
  }
}

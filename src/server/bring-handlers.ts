/** What the routes that bring papers do: wishes for PubMed, files, and the jobs they became. */
import { AppError } from '#model/index.ts';
import type { JobsAnswer, JobView } from '#api/index.ts';
import type { JobState } from '#app/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Access } from './access.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerHouse, ServerRooms } from './house.ts';

type BringHandlers = Pick<
  Handlers,
  'countInPubmed' | 'fetch' | 'importFile' | 'jobs' | 'stopJob' | 'resumeJob' | 'endKept'
>;

export function bringHandlersOf({ bringing }: ServerRooms, access: Access): BringHandlers {
  /** Whoever may not bring papers sees their own wishes alone. */
  const jobsFor = async (call: Call): Promise<JobsAnswer> => {
    const { house, session } = call;
    const { jobs, kept } = (await (await bringing.look())?.jobs()) ?? { jobs: [], kept: [] };
    const mayBring = await access.mayBring(call, house);
    const shown = mayBring ? jobs : jobs.filter(({ askedBy }) => askedBy === session?.account);
    const names = await namesOf(house, shown);
    return {
      jobs: shown.map((job) => jobView(job, names)),
      kept: mayBring ? kept : [],
      papers: await bringing.papers(),
    };
  };
  const jobFor = async (job: JobState, { house }: Call) => ({ job: jobView(job, await namesOf(house, [job])) });
  /** Notes who asked for it, where somebody did: at the machine of a house without people it is nobody in particular. */
  const brought = async (job: JobState, from: 'search' | 'wish' | 'file', call: Call) => {
    if (call.session !== undefined && call.house.kind === 'home')
      await call.house.people.audit.note('papers-brought', {
        who: call.session.account,
        about: `job-${job.id}`,
        from,
      });
    return jobFor(job, call);
  };
  return {
    async countInPubmed(request) {
      const { total, translation, unknown } = await (await bringing.open()).count(request);
      return { total, unknown: [...unknown], ...(translation === undefined ? {} : { translation }) };
    },
    async fetch(request, call) {
      const bring = await bringing.open();
      if (await access.mayBring(call, call.house)) return brought(await bring.fetch(request), 'search', call);
      const { account } = signedIn(call);
      return brought(await bring.wish(request, account), 'wish', call);
    },
    async importFile({ name }, call) {
      if (call.file === null)
        throw new AppError('bad_request', 'There is no file in the request. Choose one and send it again.');
      const bring = await bringing.open();
      return brought(await bring.importFile(await bringing.receive(name, call.file)), 'file', call);
    },
    jobs: (_request, call) => jobsFor(call),
    stopJob: async ({ id }, call) => jobFor(await (await bringing.open()).stop(id), call),
    resumeJob: async ({ id }, call) => jobFor(await (await bringing.open()).resume(id), call),
    async endKept({ id }, call) {
      await (await bringing.open()).endKept(id);
      return jobsFor(call);
    },
  };
}

async function namesOf({ people }: ServerHouse, jobs: readonly JobState[]): Promise<ReadonlyMap<string, string>> {
  const asked = jobs.flatMap(({ askedBy }) => (askedBy === undefined ? [] : [askedBy as AccountId]));
  return asked.length === 0 ? new Map() : people.accounts.names(asked);
}

function jobView({ askedBy, ...job }: JobState, names: ReadonlyMap<string, string>): JobView {
  return { ...job, ...(askedBy === undefined ? {} : { askedBy: names.get(askedBy) ?? 'A former member' }) };
}

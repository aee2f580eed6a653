/** Journeys on which papers come in: the real program, and a stand-in for NCBI that it asks. */
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { atDesk, launch, watchedContext } from '../_browser.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import type { Ncbi } from '../_ncbi.ts';
import { served, temporaryFolder } from '../_server.ts';

export interface BringJourney {
  readonly page: Page;
  readonly ncbi: Ncbi;
}

export interface BringStep {
  readonly name: string;
  readonly walk: (journey: BringJourney) => Promise<void>;
  /** Console errors the step asks for. */
  readonly except?: RegExp;
}

/** @param address where the program looks for NCBI, where that is not the stand-in. */
export async function bringJourney(run: TestContext, steps: readonly BringStep[], address?: string): Promise<void> {
  const data = temporaryFolder();
  const ncbi = await startNcbi({ papers: madeUpPapers(2_400) });
  const server = await served({
    data: data.path,
    environment: { NCBI_URL: address ?? ncbi.address, CONTACT_EMAIL: 'house@example.org' },
  });
  const browser = await launch();
  const { context, expectNothingWrong } = await watchedContext(browser, server.address, atDesk);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    for (const { name, walk, except } of steps)
      await run.test(name, async () => {
        await walk({ page, ncbi });
        expectNothingWrong(except);
      });
  } finally {
    await browser.close();
    await server.stop();
    await ncbi.close();
    data.remove();
  }
}

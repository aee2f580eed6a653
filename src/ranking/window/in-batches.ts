/** Does something for each paper, with a pause after every batch in which the caller can do something else. */
export function* inBatches(papers: number, batch: number, visit: (paper: number) => void): Generator<void, void> {
  for (let paper = 0; paper < papers; paper += 1) {
    visit(paper);
    if ((paper + 1) % batch === 0) yield;
  }
}

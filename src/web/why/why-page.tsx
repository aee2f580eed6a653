/** Why the house exists: the two halves of its purpose, the study behind the second, what that study cannot say, and what is here today. */
import { Link } from '@tanstack/react-router';
import { PageHeading } from '../parts/page-heading.tsx';
import { pubmedRecord } from '../parts/pubmed-search.ts';

const PMID = '37003049';

export function WhyPage() {
  return (
    <>
      <header className="head">
        <PageHeading title="Why this exists" />
        <p>Reading, asking, studying and deciding belong to each other. Too often they happen apart.</p>
      </header>
      <div className="stack prose">
        <section className="sect" aria-labelledby="apart">
          <h2 id="apart">What is lost when they happen apart</h2>
          <p>
            Somebody reads a paper that should change a ward. The question it raises goes into a mail. The research unit
            down the corridor studies something else, because nobody told it. A decision is taken in a meeting, and the
            paper it rested on is not in the minutes. When that paper is corrected or retracted, nobody knows whom to
            tell.
          </p>
          <p>
            Attune is made so that these steps can stand in one place, on a machine of your own: what was read, what was
            asked, what was studied, and what was decided because of it.
          </p>
        </section>
        <section className="sect" aria-labelledby="study">
          <h2 id="study">A study behind it</h2>
          <p>
            Some health systems have a research unit of their own. Harrison and Borsky asked what brings such a unit and
            its system into line with each other. They held 12 interviews with key informants and 44 semi-structured
            interviews in six delivery systems, and used rapid qualitative analysis. People they spoke to described
            these influences:
          </p>
          <ul className="marks">
            <li>money from inside the system that directs work to the system’s priorities</li>
            <li>researchers whose skills fit what operations need</li>
            <li>a unit whose own culture is one of improvement and collaboration</li>
            <li>money from outside that is put to use for the system’s priorities</li>
            <li>executives who lead for learning across the whole system</li>
          </ul>
          <p>
            Two things were said to support this: leaders of the unit and executives who consult each other directly,
            and researchers who take part in clinical and operational work.
          </p>
          <p className="lit reference">
            Harrison MI, Borsky AE. <cite>Healthcare</cite> 2023;11(2):100688.
          </p>
          <p className="ways">
            <a href={pubmedRecord(PMID)} rel="noreferrer noopener">
              PMID {PMID} in PubMed
            </a>
            <Link to="/paper/$" params={{ _splat: PMID }}>
              Its page here, if your library holds it
            </Link>
          </p>
        </section>
        <section className="sect" aria-labelledby="limits">
          <h2 id="limits">What it cannot say</h2>
          <p>
            These are interviews in six systems. They tell what people described as an influence, not an effect that was
            measured, and give no weights and no scores. We know the study by its abstract alone. Whatever Attune adds
            to it is ours, and its authors have no part in it.
          </p>
        </section>
        <section className="sect" aria-labelledby="today">
          <h2 id="today">What is here today</h2>
          <p>
            A library of PubMed records that you bring in yourself, from PubMed or from a file, a search that reads
            PubMed’s language, and a page for every paper that says first whether it was retracted and then what its
            authors conclude. Asking, studying and deciding are not part of it today.
          </p>
          <p>
            It runs on your machine. One thing alone is sent out: what you look for in PubMed, when you ask for it, and
            once a day where you said to keep it current. What you search and read here stays here, and other sites are
            opened only where you follow a link.
          </p>
          <p className="ways">
            <Link to="/search">Search the library</Link>
            <Link to="/bring">Bring papers from PubMed</Link>
          </p>
        </section>
      </div>
    </>
  );
}

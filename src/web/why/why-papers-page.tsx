/** How Today comes about, in half a page for whoever reads it in a break: no word of it needs to be looked up. */
import { Link } from '@tanstack/react-router';
import { PageHeading } from '../parts/page-heading.tsx';

export function WhyPapersPage() {
  return (
    <>
      <header className="head">
        <PageHeading title="Why these papers?" />
        <p>Today is chosen for you by what you press, and by nothing else. Here is how.</p>
      </header>
      <div className="stack prose">
        <section className="sect" aria-labelledby="learns">
          <h2 id="learns">What it learns from</h2>
          <p>
            From the topics and journals you chose, and from Like and Less. Not from how long you read, where you point,
            or what colleagues do. Each line “Why” names what spoke most for a paper; where you liked one much like it,
            that paper is named.
          </p>
        </section>
        <section className="sect" aria-labelledby="order">
          <h2 id="order">How the order comes about</h2>
          <p>
            It looks at the words in title and abstract of the papers you liked, and asks which of them are rare in
            other papers. A new paper gets points for each such word it has, and loses some for words of papers under
            which you pressed Less. The most points come first. It does not read a paper as you do: it cannot tell a
            good trial from a poor one.
          </p>
        </section>
        <section className="sect" aria-labelledby="wide">
          <h2 id="wide">So that it does not grow narrow</h2>
          <ul className="marks">
            <li>
              <span>
                If you keep up with several things, each has its turn. A week of likes for one does not push out the
                others.
              </span>
            </li>
            <li>
              <span>Of papers that say nearly the same, one stands for all.</span>
            </li>
            <li>
              <span>
                One place in twelve goes to a paper from outside your usual reading, drawn by chance. It says so.
              </span>
            </li>
          </ul>
        </section>
        <section className="sect" aria-labelledby="out">
          <h2 id="out">What always stays out</h2>
          <p>
            What you have dealt with: liked, saved, read or wished away. What stood on Today twice without a press. The
            types of paper, journals and languages you left out. And papers that were retracted, with the notices about
            them: search finds those, and one that is retracted after it stood here says so first.
          </p>
        </section>
        <section className="sect" aria-labelledby="yours">
          <h2 id="yours">It is yours</h2>
          <p>
            Only you see what you like, what you are shown, and what is believed of you. All of it stays on the machine
            Attune runs on. You can say more or less of any word, pause it, take it out as a file, or start over and
            have that undone. The last sixty Todays you opened are kept with what they were made of, so that you can
            look up why a paper stood where it stood.
          </p>
          <p className="ways">
            <Link to="/today/profile">Change, pause or start over</Link>
            <Link to="/today">Today</Link>
          </p>
        </section>
      </div>
    </>
  );
}

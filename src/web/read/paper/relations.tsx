/** Papers that PubMed ties to this one: comments, corrections, updates. */
import { Link, useLocation } from '@tanstack/react-router';
import type { RelationView } from '#api/index.ts';
import { Icon } from '../../parts/icon.tsx';
import { RichText } from '../../parts/rich-text.tsx';

export function Relations({ relations }: { relations: readonly RelationView[] }) {
  const state = useLocation({ select: (location) => location.state });
  const { cameFrom } = state;
  if (relations.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="related">
      <h2 id="related">Related notices</h2>
      <ol className="mini">
        {relations.map(({ label, citation, id, title }, at) => (
          <li key={at}>
            <p className="row-title">
              {id === undefined ? (
                (citation ?? 'A paper without a citation')
              ) : (
                <Link to="/paper/$" params={{ _splat: id }} {...(cameFrom && { state: { cameFrom } })}>
                  {title === undefined ? (citation ?? id) : <RichText text={title} />}
                </Link>
              )}
            </p>
            <p className="meta">
              <span className="tell">
                <Icon name="doc" small />
                {label}
              </span>
              {id !== undefined && title !== undefined && citation && <span>{citation}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

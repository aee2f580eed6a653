/** How the words were read, as far as a person should know of it. */

export function Told({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section className="told" aria-label="How your words were read">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}

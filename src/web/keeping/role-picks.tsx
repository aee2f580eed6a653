/** The roles there are, to tick. */
import { mayOf, roleInWords } from './role-words.ts';

interface Picks {
  readonly roles: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly change: (role: string, isOn: boolean) => void;
}

export function RolePicks({ roles, chosen, change }: Picks) {
  return (
    <div className="picks picks-many roles">
      {roles.map((role) => (
        <label key={role} className="pick">
          <input type="checkbox" checked={chosen.has(role)} onChange={({ target }) => change(role, target.checked)} />
          <span>
            {roleInWords(role)}
            {mayOf(role) !== undefined && <span className="hint">{mayOf(role)}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

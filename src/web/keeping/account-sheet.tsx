/** What can be done with one account, on a sheet of its own. */
import { useState } from 'react';
import type { AccountList, AccountView } from '#api/index.ts';
import { Sheet } from '../parts/sheet.tsx';
import { DeletePart } from './delete-part.tsx';
import { DoorPart } from './door-part.tsx';
import type { ShownLink } from './link-shown.tsx';
import { NamePart } from './name-part.tsx';
import { nameOf } from './role-words.ts';
import { RolesPart } from './roles-part.tsx';

interface Changed {
  readonly account: AccountView;
  readonly roles: AccountList['roles'];
  readonly isOwn: boolean;
  readonly onClose: () => void;
  readonly onLink: (link: ShownLink) => void;
}

export function AccountSheet({ account, roles, isOwn, onClose, onLink }: Changed) {
  const [isDeleting, setIsDeleting] = useState(false);
  const title = isDeleting ? `Delete ${nameOf(account)}?` : nameOf(account);
  return (
    <Sheet title={title} onClose={onClose}>
      {isDeleting ? (
        <DeletePart account={account} isOwn={isOwn} onKeep={() => setIsDeleting(false)} onGone={onClose} />
      ) : (
        <div className="stack account">
          <NamePart account={account} />
          <RolesPart account={account} roles={roles} isOwn={isOwn} />
          <DoorPart account={account} onLink={onLink} />
          <section className="sect loose" aria-labelledby="delete">
            <h3 id="delete">Delete the account</h3>
            <p className="hint">For somebody who has left for good. You are asked once more.</p>
            <p className="btns">
              <button className="btn btn-stop" type="button" onClick={() => setIsDeleting(true)}>
                Delete…
              </button>
            </p>
          </section>
        </div>
      )}
    </Sheet>
  );
}

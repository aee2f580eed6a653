/** Signing in: for what, on which device, and back to where one was. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { houseQuery } from '../parts/queries.ts';
import { Aside } from './aside.tsx';
import { Ended } from './ended.tsx';
import { AlreadyIn, OtherDoor, useAlreadyIn } from './other-door.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { WantedHead } from './wanted-head.tsx';
import '../styles/bring.css';
import '../styles/entry.css';

const here = getRouteApi('/sign-in');

export function SignInPage() {
  const wanted = here.useSearch();
  const { data: house } = useQuery(houseQuery());
  const already = useAlreadyIn(house);
  const { ended, isReset } = useLocation({ select: ({ state }) => state });
  if (house === undefined) return null;
  if (already) return <AlreadyIn you={already} wanted={wanted} />;
  if (house.door !== 'sign-in') return <OtherDoor house={house} wanted={wanted} />;
  return (
    <div className="cols">
      <div className="narrow">
        <WantedHead way="Sign in" without="without signing in" wanted={wanted} house={house}>
          {ended !== undefined && <Ended device={ended} isWayBack={wanted.to !== undefined} />}
          {isReset && (
            <p className="told" role="status">
              Your new password is set. Sign in with it.
            </p>
          )}
        </WantedHead>
        <SignInForm wanted={wanted} contact={house.contact} />
      </div>
      <Aside house={house} verb="sign in" />
    </div>
  );
}

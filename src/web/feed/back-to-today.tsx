/** The way back to Today from the pages behind it. */
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';

export function BackToToday() {
  return (
    <p className="crumb">
      <Link to="/today" activeOptions={{ exact: true }}>
        <Icon name="back" small />
        Today
      </Link>
    </p>
  );
}

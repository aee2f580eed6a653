/** A session that was open here is over: why, in place of an error. */
export function Ended({ device }: { device: 'shared' | 'own' }) {
  return (
    <p className="told" role="status">
      {device === 'shared'
        ? 'You were signed out after 30 minutes. On a shared PC this happens by itself.'
        : 'You are not signed in on this device any more.'}{' '}
      You come back to where you were.
    </p>
  );
}

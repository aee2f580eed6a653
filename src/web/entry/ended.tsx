/** A session that was open here is over: why, in place of an error. */
export function Ended({ device, isWayBack }: { device: 'shared' | 'own'; isWayBack: boolean }) {
  return (
    <p className="told" role="status">
      {device === 'shared'
        ? 'You were signed out after 30 minutes without a touch, as on every shared PC, or from another device.'
        : 'You are not signed in on this device any more.'}
      {isWayBack && ' You come back to where you were.'}
    </p>
  );
}

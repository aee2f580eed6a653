/** The mark of the product, and the name its people gave the house. */
import { Link } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';

export function Brand({ house }: { house: HouseState | undefined }) {
  return (
    <div className="whose-house">
      <Link className="brand" to="/today" activeOptions={{ exact: true }}>
        <Icon name="fork" />
        Attune
      </Link>
      {house?.name !== undefined && (
        <span className="house-name" dir="auto">
          {house.name}
        </span>
      )}
    </div>
  );
}

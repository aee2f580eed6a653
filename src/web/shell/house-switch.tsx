/** “Sample | Yours”: which of the two houses is open. The pressed half is also the mark that the papers are fictional. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { HouseState } from '#api/index.ts';
import type { HouseKind, Switching } from '../parts/switch-house.ts';

export function HouseSwitch({ house, switching }: { house: HouseState; switching: Switching }) {
  const shown = switching.opening ?? house.kind;
  return (
    <ToggleButtonGroup
      className="seg house"
      aria-label="Whose papers: the sample’s, all fictional, or yours"
      selectionMode="single"
      disallowEmptySelection
      aria-busy={switching.opening !== undefined}
      selectedKeys={[shown]}
      onSelectionChange={(keys) => {
        const [kind] = keys;
        if (isHouseKind(kind) && kind !== house.kind && switching.opening === undefined) switching.to(kind);
      }}
    >
      <ToggleButton id="sample" className={half}>
        {house.kind === 'sample' ? 'SAMPLE' : 'Sample'}
      </ToggleButton>
      <ToggleButton id="home" className={half}>
        Yours
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

function half({ isSelected }: { isSelected: boolean }): string {
  return isSelected ? 'on' : '';
}

function isHouseKind(key: unknown): key is HouseKind {
  return key === 'sample' || key === 'home';
}

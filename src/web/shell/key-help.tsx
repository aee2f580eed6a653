/** All keys on one sheet, and the switch for those who would rather not have single ones. */
import { PLAIN_KEYS, SINGLE_KEYS } from '../parts/key-map.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useSingleKeys } from '../parts/single-keys.tsx';

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { isOn, choose } = useSingleKeys();
  return (
    <Sheet title="Keys" onClose={onClose}>
      <label className="switch">
        <input type="checkbox" checked={isOn} onChange={() => choose(!isOn)} />
        <span>
          Single keys<b aria-hidden="true">: {isOn ? 'on' : 'off'}</b>
          <span className="hint">
            This browser remembers it. Off helps where a key is pressed by accident or by voice.
          </span>
        </span>
      </label>
      <KeyList name="Single keys" keys={SINGLE_KEYS} isOff={!isOn} />
      <KeyList name="Always" keys={PLAIN_KEYS} />
    </Sheet>
  );
}

interface Listed {
  readonly name: string;
  readonly keys: readonly { readonly key: string; readonly does: string }[];
  readonly isOff?: boolean;
}

function KeyList({ name, keys, isOff = false }: Listed) {
  return (
    <section>
      <h3>
        {name}
        {isOff && <span className="quiet">, switched off</span>}
      </h3>
      <dl className={isOff ? 'keys is-off' : 'keys'}>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

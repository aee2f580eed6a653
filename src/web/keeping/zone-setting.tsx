/** The zone in which the house counts its days: chosen by typing, the browser's own suggested. */
import type { SettingView } from '#api/index.ts';
import { TextSetting } from './text-setting.tsx';

export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function ZoneSetting({
  setting,
  zones,
  here,
}: {
  setting: SettingView;
  zones: readonly string[];
  here: string;
}) {
  return (
    <>
      <TextSetting
        setting={setting}
        label="In which time zone are you?"
        hint="It decides which day it is. Type a city and choose, for example Europe/Berlin."
        list="time-zones"
        autoComplete="off"
        spellCheck={false}
        {...(setting.value !== here && { offer: { value: here, words: `Take ${here}, this browser’s own` } })}
      />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </>
  );
}

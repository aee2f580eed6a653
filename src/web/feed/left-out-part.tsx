/** What never stands on Today, whatever one likes: types, journals, papers on animals alone, languages one does not read. */
import type { FeedProfile, LeftOut } from '#api/index.ts';
import { languageName } from '#model/index.ts';
import { TickBox } from './tick-box.tsx';
import { Ticks } from './ticks.tsx';
import type { Tick } from './ticks.tsx';
import { useFeedSettings } from './use-profile.ts';

export function LeftOutPart({ profile: { leftOut, offered } }: { profile: FeedProfile }) {
  const change = useFeedSettings();
  const set = (part: Partial<LeftOut>, words: string) =>
    change({ leftOut: { ...leftOut, ...part } }, words, { leftOut });
  const leaving = (of: 'types' | 'journals') => (value: string, on: boolean) =>
    set({ [of]: withOrWithout(leftOut[of], value, on) }, on ? `“${value}” is left out` : `“${value}” is in again`);
  const { animalsOnly, onlyLanguages } = leftOut;
  return (
    <section className="sect" aria-labelledby="left-out">
      <h2 id="left-out">Always left out</h2>
      <TickBox
        className="tick"
        isOn={animalsOnly}
        onPress={(on) =>
          set({ animalsOnly: on }, on ? 'Papers on animals alone are left out' : 'Papers on animals are in again')
        }
      >
        Papers on animals alone
      </TickBox>
      <Ticks legend="Types of paper" ticks={ticksOf(offered.types, leftOut.types)} onTick={leaving('types')} />
      <Ticks legend="Journals" ticks={ticksOf(offered.journals, leftOut.journals)} onTick={leaving('journals')} />
      <Ticks
        legend="Languages I read"
        hint="None ticked: all of them."
        ticks={ticksOf(offered.languages, onlyLanguages)}
        onTick={(value, on) =>
          set(
            { onlyLanguages: withOrWithout(onlyLanguages, value, on) },
            on ? `Papers in ${languageName(value)} are shown` : `${languageName(value)} is not ticked any more`,
          )
        }
      />
    </section>
  );
}

interface Offered {
  readonly value: string;
  readonly name?: string;
  readonly count: number;
}

/** What is ticked stands first where the library has it no more. */
function ticksOf(offered: readonly Offered[], ticked: readonly string[]): readonly Tick[] {
  const known = new Set(offered.map(({ value }) => value));
  const gone: readonly Offered[] = ticked.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  return [...gone, ...offered].map(({ value, name = value, count }) => ({
    value,
    name,
    count,
    isOn: ticked.includes(value),
  }));
}

function withOrWithout(values: readonly string[], value: string, on: boolean): string[] {
  const others = values.filter((other) => other !== value);
  return on ? [...others, value] : others;
}

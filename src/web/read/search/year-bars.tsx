/** Papers by year as bars; the span is cut into steps wide enough to be seen. The table beside it has every year. */
import type { Facets } from '#api/index.ts';
import { number } from '../../parts/words.ts';
import { inSteps } from './year-steps.ts';

const WIDTH = 224;
const HEIGHT = 44;

export function YearBars({ years }: { years: Facets['years'] }) {
  const { bars, step, first, last } = inSteps(years);
  if (bars.length < 2) return null;
  const most = Math.max(...bars);
  const slot = WIDTH / bars.length;
  const gap = slot > 8 ? 3 : 1;
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} 62`} role="img" aria-label={inWords(years, first, last)}>
      <g className="fill">
        {bars.map((count, at) => {
          const height = count === 0 ? 0 : Math.max(1, (count / most) * (HEIGHT - 3));
          return <rect key={at} x={at * slot} y={HEIGHT - height} width={slot - gap} height={height} />;
        })}
      </g>
      <text className="q" x="0" y="60">
        {first}
      </text>
      <text className="q" x={WIDTH - gap} y="60" textAnchor="end">
        {step > 1 ? Math.min(last, first + step * bars.length - 1) : last}
      </text>
    </svg>
  );
}

function inWords(years: Facets['years'], first: number, last: number): string {
  const top = years.reduce((best, entry) => (entry.count > best.count ? entry : best));
  return `Papers by year, ${first} to ${last}: most in ${top.year}, with ${number(top.count)}`;
}

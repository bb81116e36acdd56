import type { ReportPart } from "../server/answers";
import { useWords } from "../words/useWords";
import { percent, points, strokes } from "./figures";

const width = 620;
const height = 150;

/** The answered share, period after period, with the target line beside. The same numbers stand in the table below it. */
export const TrendChart = ({ trend, target = 0.9 }: { trend: ReportPart[]; target?: number }) => {
  const { words } = useWords();
  const values = trend.map((part) => part.figures.find((figure) => figure.key === "answeredShare")?.value ?? null);
  const all = points(values, width, height, 1);
  const aim = height - target * height;
  const last = trend.at(-1);
  const label = words("report.chart", { from: trend[0]?.code ?? "", to: last?.code ?? "", share: percent(values.at(-1) ?? null) });
  return (
    <svg className="trend" viewBox={`-48 -12 ${width + 72} ${height + 44}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={0} x2={width} y1={height - share * height} y2={height - share * height} className="trend-grid" />
          <text x={-8} y={height - share * height + 4} textAnchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      <line x1={0} x2={width} y1={aim} y2={aim} className="trend-target" />
      <text x={width} y={aim - 5} textAnchor="end">
        {words("report.target", { share: percent(target) })}
      </text>
      {strokes(all).map(([from, to]) => (
        <line key={from.x} x1={from.x} y1={from.y} x2={to.x} y2={to.y} className="trend-line" />
      ))}
      {all.map((point, i) => point && <circle key={trend[i]?.code} cx={point.x} cy={point.y} r={4} className="trend-point" />)}
      {all.map(
        (_, i) =>
          (i % 3 === 0 || i === trend.length - 1) && (
            <text key={trend[i]?.code} x={(i * width) / Math.max(1, trend.length - 1)} y={height + 22} textAnchor="middle">
              {trend[i]?.code.split("/")[0]}
            </text>
          ),
      )}
    </svg>
  );
};

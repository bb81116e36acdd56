import { BellFillIcon, CheckmarkCircleIcon, ExclamationmarkTriangleFillIcon, HourglassBottomFilledIcon, MinusCircleIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Loader, Select, Theme } from "@navikt/ds-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { hourAndMinute, timeOfDay } from "../clock";
import { useLive, useNow, useSnapshot } from "../live/Live";
import type { Wallboard } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { elsewhere, isStale, type Tile, tiles } from "./wallboard";

type Shade = "light" | "dark";
const kept = "callrouting.wallboard";

/** For a screen on the wall: six figures that can be read from across the room, and whether they are still now's. */
export const WallboardPage = () => {
  const { words } = useWords();
  const { server } = useLive();
  const [asked, ask] = useSearchParams();
  const county = asked.get("county");
  const [shade, choose] = useShade();
  const board = useSnapshot(["wallboard", county ?? ""], () => server.wallboard(county));
  return (
    <Theme theme={shade}>
      <section className="wallboard" aria-labelledby="wallboard">
        <div className="bar">
          <h2 id="wallboard">{county ?? words("wholeCountry")}</h2>
          <div className="wallboard-choices">
            <Select size="small" label={words("county")} value={county ?? ""} onChange={(event) => ask(event.target.value === "" ? {} : { county: event.target.value })}>
              <option value="">{words("wholeCountry")}</option>
              {(board.data?.counties ?? []).map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
            <Button size="small" variant="secondary" onClick={() => choose(shade === "dark" ? "light" : "dark")}>
              {words(shade === "dark" ? "lightWall" : "darkWall")}
            </Button>
          </div>
        </div>
        {board.isPending && <Loader title={words("loading")} />}
        {board.error && <Failure error={board.error} />}
        {board.data && <Figures board={board.data} />}
      </section>
    </Theme>
  );
};

const Figures = ({ board }: { board: Wallboard }) => {
  const { words, language } = useWords();
  const others = elsewhere(board);
  return (
    <>
      <dl className="wall-tiles">
        {tiles(board).map((tile) => (
          <OneTile key={tile.figure} tile={tile} board={board} />
        ))}
      </dl>
      {others.length > 0 && (
        <BodyShort className="wall-elsewhere">
          <BellFillIcon aria-hidden /> {words("alarmsElsewhere")}:{" "}
          {others.map((one) => `${one.county ?? words("wholeCountry")}, ${words(`wall.${one.figure}`)} (${hourAndMinute(one.raisedAt, language)})`).join("; ")}
        </BodyShort>
      )}
      <Freshness board={board} />
    </>
  );
};

const icons = { calm: CheckmarkCircleIcon, look: ExclamationmarkTriangleFillIcon, alarm: BellFillIcon, unknown: MinusCircleIcon };

const OneTile = ({ tile, board }: { tile: Tile; board: Wallboard }) => {
  const { words, language } = useWords();
  const Icon = icons[tile.standing];
  return (
    <div className={`wall-tile wall-${tile.standing}`}>
      <dt>{words(`wall.${tile.figure}`)}</dt>
      <dd className="wall-figure">{tile.value}</dd>
      <dd className="wall-standing">
        <Icon aria-hidden /> {tile.standing === "alarm" ? words("wallAlarm", { when: hourAndMinute(tile.since!, language) }) : words(`wall.${tile.standing}`)}
        {tile.figure === "AnsweredShare" && tile.standing !== "unknown" && ` ${words("wallShare", { part: board.accepted, whole: board.offered, target: Math.round(board.target * 100) })}`}
      </dd>
    </div>
  );
};

/** When it was counted; and plainly, when that is too long ago to go by. */
const Freshness = ({ board }: { board: Wallboard }) => {
  const { words, language } = useWords();
  const now = useNow();
  const { connection } = useLive();
  const stale = isStale(board, now) || connection.state === "cut";
  const when = timeOfDay(board.at, language);
  return (
    <>
      <div role="status">
        {stale && (
          <p className="wall-stale">
            <HourglassBottomFilledIcon aria-hidden /> {words("wallStale", { when })}
          </p>
        )}
      </div>
      {!stale && <p className="wall-fresh">{words("wallFresh", { when })}</p>}
    </>
  );
};

/** As the machine prefers, until somebody chooses at this screen. */
const useShade = (): [Shade, (shade: Shade) => void] => {
  const [shade, set] = useState<Shade>(() => {
    const before = localStorage.getItem(kept);
    return before === "dark" || before === "light" ? before : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  });
  return [
    shade,
    (chosen) => {
      localStorage.setItem(kept, chosen);
      set(chosen);
    },
  ];
};

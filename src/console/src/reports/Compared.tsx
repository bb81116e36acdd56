import { BodyShort, Heading, Table } from "@navikt/ds-react";
import type { Comparison } from "../server/answers";
import { Wide } from "../Wide";
import type { Key } from "../words/words";
import { useWords } from "../words/useWords";
import { interval, percent } from "./figures";

type Shares = NonNullable<Comparison["own"]>;

/** A municipality beside those that are like it, by name: a share is a stretch, and stretches that overlap have no order. */
export const Compared = ({ comparison }: { comparison: Comparison }) => {
  const { words } = useWords();
  const { own, together } = comparison;
  return (
    <section className="card">
      <Heading level="2" size="medium">
        {words("report.like")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("report.likeWhy")}
      </BodyShort>
      {own === null || together === null ? (
        <BodyShort>{words("report.noLike")}</BodyShort>
      ) : (
        <Wide label={words("report.like")}>
          <Table size="small">
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell scope="col">{words("report.municipality")}</Table.HeaderCell>
                <Table.HeaderCell scope="col" align="right">
                  {words("report.answered")}
                </Table.HeaderCell>
                <Table.HeaderCell scope="col">{words("report.interval")}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{words("report.difference")}</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              <Row name={words("report.own")} share={own} said="" />
              <Row name={words("report.together")} share={together} said={words(`report.${comparison.difference}` as Key)} />
              {comparison.others.map((one) => (
                <Row key={one.code} name={one.name} share={one.answered} said={words(`report.${one.difference}` as Key)} />
              ))}
            </Table.Body>
          </Table>
        </Wide>
      )}
      {comparison.notShown > 0 && <BodyShort className="quiet above">{words("report.notShown", { count: comparison.notShown })}</BodyShort>}
    </section>
  );
};

const Row = ({ name, share, said }: { name: string; share: Shares; said: string }) => (
  <Table.Row>
    <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
    <Table.DataCell align="right" className="unbroken">
      {percent(share.share)}
    </Table.DataCell>
    <Table.DataCell>
      <span className="stretch">
        <svg viewBox="0 0 100 10" aria-hidden preserveAspectRatio="none">
          <line x1={0} x2={100} y1={5} y2={5} className="trend-grid" />
          <line x1={share.low * 100} x2={share.high * 100} y1={5} y2={5} className="stretch-line" />
          <rect x={share.share * 100 - 0.75} y={0} width={1.5} height={10} className="trend-point" />
        </svg>
        <span className="unbroken">{interval(share.low, share.high)}</span>
      </span>
    </Table.DataCell>
    <Table.DataCell>{said}</Table.DataCell>
  </Table.Row>
);

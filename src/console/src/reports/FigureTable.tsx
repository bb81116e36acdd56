import { Table } from "@navikt/ds-react";
import type { ReportFigure, ReportPart } from "../server/answers";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";
import { fraction, interval, shown } from "./figures";
import type { Named } from "./useDefinitions";

/** Figure under figure, each with what it is a share of and how sure it is. */
export const FigureTable = ({ figures, is, label }: { figures: ReportFigure[]; is: Named; label: string }) => {
  const { words, language } = useWords();
  return (
    <Wide label={label}>
      <Table size="small">
        <caption className="unseen">{label}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("report.figure")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words("report.value")}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words("report.of")}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words("report.interval")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {figures.map((figure) => (
            <Table.Row key={figure.key}>
              <Table.HeaderCell scope="row">{is.nameOf(figure.key)}</Table.HeaderCell>
              <Table.DataCell align="right" className="unbroken">
                {shown(figure.value, is.unitOf(figure.key), language)}
              </Table.DataCell>
              <Table.DataCell align="right" className="unbroken">
                {fraction(figure)}
              </Table.DataCell>
              <Table.DataCell align="right" className="unbroken">
                {interval(figure.low, figure.high)}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

/** Parts under each other with the same few figures beside. */
export const PartTable = ({ parts, is, label, nameOf }: { parts: ReportPart[]; is: Named; label: string; nameOf: (part: ReportPart) => string }) => {
  const { words, language } = useWords();
  return (
    <Wide label={label}>
      <Table size="small">
        <caption className="unseen">{label}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("report.part")}</Table.HeaderCell>
            {parts[0]?.figures.map((figure) => (
              <Table.HeaderCell key={figure.key} scope="col" align="right">
                {is.nameOf(figure.key)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {parts.map((part) => (
            <Table.Row key={part.code}>
              <Table.HeaderCell scope="row">{nameOf(part)}</Table.HeaderCell>
              {part.figures.map((figure) => (
                <Table.DataCell key={figure.key} align="right" className="unbroken">
                  {shown(figure.value, is.unitOf(figure.key), language)}
                </Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

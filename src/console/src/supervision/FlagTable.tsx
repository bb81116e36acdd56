import { CheckmarkCircleIcon, CircleIcon, ExclamationmarkTriangleFillIcon, QuestionmarkDiamondIcon, ChatElipsisIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Table, Tag } from "@navikt/ds-react";
import { dayAndTime, hourAndMinute } from "../clock";
import type { Flag, FlagState } from "../server/answers";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";

type Props = { flags: Flag[]; officeOf: (unit: string | null) => string; open: (flag: string) => void };

export const FlagTable = ({ flags, officeOf, open }: Props) => {
  const { words, language } = useWords();
  if (flags.length === 0) return <BodyShort>{words("noFlagsHere")}</BodyShort>;
  return (
    <Wide label={words("page.flags")}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("raised")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("office")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("flagKind")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("flagAbout")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("status")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("followUp")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {flags.map((flag) => (
            <Table.Row key={flag.id}>
              <Table.DataCell className="unbroken">{dayAndTime(flag.raisedAt, language)}</Table.DataCell>
              <Table.HeaderCell scope="row">{officeOf(flag.unit)}</Table.HeaderCell>
              <Table.DataCell>
                {words(`flag.${flag.kind}`)}
                {flag.urgent && (
                  <>
                    {" "}
                    <Tag variant="warning" size="xsmall" icon={<ExclamationmarkTriangleFillIcon aria-hidden />}>
                      {words("urgent")}
                    </Tag>
                  </>
                )}
              </Table.DataCell>
              <Table.DataCell>
                <About flag={flag} />
              </Table.DataCell>
              <Table.DataCell>
                <HowFar state={flag.state} />
              </Table.DataCell>
              <Table.DataCell>
                <Button size="xsmall" variant="tertiary" onClick={() => open(flag.id)} aria-label={words("openFlagOf", { office: officeOf(flag.unit), when: dayAndTime(flag.raisedAt, language) })}>
                  {words("openFlag")}
                </Button>
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

/** What the fact is, in a few words. */
export const About = ({ flag }: { flag: Flag }) => {
  const { words, told, language } = useWords();
  const from = flag.from === null ? "" : dayAndTime(flag.from, language);
  const to = flag.to === null ? "" : hourAndMinute(flag.to, language);
  switch (flag.kind) {
    case "CallbackOverdue":
    case "UrgentNotSettled":
      return words("flagDue", { when: from });
    case "ManyUnanswered":
      return words("flagMany", { count: flag.figure ?? 0, from, to });
    case "UnderTarget":
      return words("flagShare", { share: Math.round((flag.figure ?? 0) / 10), from });
    case "HoursUncovered":
    case "PhoneNotConfirmed":
      return `${from}–${to}`;
    case "LineOutOfOrder":
    case "NobodyToRing":
      return flag.line ?? "";
    default:
      return told(flag.reason);
  }
};

const icons = { Asked: QuestionmarkDiamondIcon, Answered: ChatElipsisIcon, Open: CircleIcon, Closed: CheckmarkCircleIcon };
const variants = { Asked: "warning", Answered: "info", Open: "neutral", Closed: "success" } as const;

/** By word and icon; the colour only repeats it. */
export const HowFar = ({ state }: { state: FlagState }) => {
  const { words } = useWords();
  const Icon = icons[state];
  return (
    <Tag variant={variants[state]} size="small" icon={<Icon aria-hidden />}>
      {words(`flagState.${state}`)}
    </Tag>
  );
};

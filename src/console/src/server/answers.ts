import type { components } from "../api";

// What the server answers: the types of its OpenAPI document, with the words that the rules here decide by. Instants are ISO 8601
// with an offset.

type Schemas = components["schemas"];

/** The document allows a number as text too; this server writes numbers. */
export type Plain<T> = number extends T
  ? number | Extract<T, null | undefined>
  : T extends (infer E)[]
    ? Plain<E>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

/** The same answer, where the document says "text" and we know which words. */
type Worded<T, Words> = Omit<Plain<T>, keyof Words> & Words;

export type FlagKind =
  | "UnansweredTransfer"
  | "CallerFailed"
  | "CallbackOverdue"
  | "UrgentNotSettled"
  | "HoursUncovered"
  | "PhoneNotConfirmed"
  | "LineOutOfOrder"
  | "NobodyToRing"
  | "ManyUnanswered"
  | "UnderTarget";
export type FlagState = "Asked" | "Answered" | "Open" | "Closed";
export type FlagFinding = "NoDeviation" | "PutRight" | "Deviation" | "TechnicalFault" | "WronglyRaised";
export type Flag = Worded<Schemas["FlagAnswer"], { kind: FlagKind; state: FlagState; finding: FlagFinding | null }>;
export type FollowUp = Worded<Schemas["FollowUpAnswer"], { act: "Question" | "Answer" | "Closing"; finding: FlagFinding | null }>;
export type FlagStory = { flag: Flag; followUps: FollowUp[] };

export type WallFigure = "Waiting" | "LongestWait" | "RingingLadders" | "AnsweredShare" | "GapsToday" | "OverdueCallbacks";
export type Alarm = Worded<Schemas["AlarmAnswer"], { figure: WallFigure }>;
export type Wallboard = Worded<Schemas["WallboardAnswer"], { alarms: Alarm[] }>;

export type Message = Plain<Schemas["MessageAnswer"]>;
export type Callback = Plain<Schemas["CallbackAnswer"]>;
export type CallbackDetails = Plain<Schemas["CallbackDetails"]>;
export type CallbackOutcome = "SettledToday" | "AppointmentMade" | "WillRingAgain" | "WrongOffice" | "NotReached";
export type Story = Plain<Schemas["CallStory"]>;
export type CallSummary = Plain<Schemas["CallAnswer"]>;

export type Person = Schemas["Person"];
export type SignIn = Schemas["SignInAnswer"];
export type Me = Schemas["MeAnswer"];

export type PresenceState = "Ready" | "Paused" | "WrapUp" | "NotAnswering" | "SignedOut";
export type Presence = Worded<Schemas["PresenceAnswer"], { state: PresenceState }>;
export type StationKind = "DeskPhone" | "Softphone" | "VirtualHandset";
export type Station = Worded<Schemas["StationAnswer"], { kind: StationKind }>;

export type Urgency = "NotStated" | "Urgent" | "CanWait";
export type Needs = Schemas["NeedsAnswer"];
export type PlaceOfCall = Schemas["DeskPlaceAnswer"];
export type Office = Schemas["OfficeName"];
export type ThirdParty = Worded<Schemas["ThirdPartyAnswer"], { state: "Ringing" | "InRoom" }>;

export type About = "Food" | "Housing" | "Power" | "Medicine" | "Children" | "Safety" | "Other";
export type Reach = "Call" | "Text" | "Either";
export type When = "Any" | "Morning" | "Midday" | "Afternoon";
export type OpenedMessage = Worded<Schemas["OpenedMessageAnswer"], { message: Message; about: About[]; reach: Reach; when: When }>;
export type Note = { about: About[]; reach: Reach; when: When };

/** A person on a rung: Next, Ringing, Listening, FindingRoom, Accepted, or how the attempt ended; NotRung when it was over before. */
export type LadderPerson = Schemas["RungPerson"];
export type LadderRung = Plain<Schemas["RungAnswer"]>;

export type Transfer = Plain<Schemas["TransferAnswer"]>;

export type DeskCall = Worded<
  Schemas["DeskCallAnswer"],
  {
    agentPlace: "Rung" | "InRoom";
    urgency: Urgency;
    note: Note | null;
    thirdParties: ThirdParty[];
  }
>;

export type QueueState = Plain<Schemas["QueueNowAnswer"]>;
export type Desk = Worded<Schemas["DeskAnswer"], { presence: Presence; station: Station; call: DeskCall | null }>;
export type Waiting = Worded<Schemas["QueueAnswer"], { urgency: Urgency }>;

export type Officer = Worded<Schemas["OfficerAnswer"], { reachable: "Yes" | "Busy" | "Paused" }>;
export type Line = Worded<Schemas["LineAnswer"], { primary: Officer[]; backup: Officer[] }>;
export type LineLoad = Plain<Schemas["LineLoad"]>;
export type Hit = Schemas["HitAnswer"];

export type Texts = { nb: string; nn: string; en: string };
export type Announcement = Worded<Schemas["AnnouncementAnswer"], { texts: Texts; since: string }>;
export type TakenUpFlow = Plain<Schemas["FlowAnswer"]>;

export type DutyRole = "Primary" | "Backup" | "Third" | "Fourth" | "Fifth";
export type Why = Worded<
  Schemas["WhyAnswer"],
  { kind: "shift" | "rotation" | "swap" | "override" | "fallback" | "leave" | "taken off"; shift: string | null; name: string | null; id: string | null; turn: number | null }
>;
export type OnDuty = Worded<Schemas["OnDutyAnswer"], { why: Why }>;
export type DutyPeriod = Worded<Schemas["DutyPeriodAnswer"], { role: DutyRole; onDuty: OnDuty[]; absent: OnDuty[] }>;
export type Finding = Plain<Schemas["FindingAnswer"]>;
export type LineRoster = Worded<Schemas["LineRosterAnswer"], { periods: DutyPeriod[]; findings: Finding[] }>;
export type Colleague = Schemas["ColleagueAnswer"];
export type WouldRing = Plain<Schemas["WouldRingAnswer"]>;
export type ShiftOffer = Worded<Schemas["ShiftOfferAnswer"], { role: DutyRole }>;
export type CoverageWall = Plain<Schemas["CoverageWallAnswer"]>;
export type CountyCover = CoverageWall["counties"][number];
export type OfficeCover = CountyCover["offices"][number];

export type OverrideKind = "Add" | "Remove" | "Replace";
export type Override = { role: DutyRole; kind: OverrideKind; from: string; to: string; out: string | null; in: string | null };

/** A turnus rule as it is edited; the server says what is wrong with it. */
export type RotationDraft = { name: string; order: string[]; turn: number; unit: "Hour" | "Day" | "DutyDay" | "Week"; handOver: string; handOverDay: string | null; startsWith: number };
export type RuleDraft = {
  id: string;
  role: DutyRole;
  days: string;
  from: string;
  to: string;
  validFrom: string;
  validTo: string | null;
  onHolidays: boolean;
  officer: string | null;
  rotation: RotationDraft | null;
};
export type LayerDraft = { role: DutyRole; name: string; fallback: string[] };
export type RosterDraft = { layers: LayerDraft[]; rules: RuleDraft[] };
export type Draft = Worded<Schemas["DraftAnswer"], { roster: RosterDraft }>;
export type Publishing = { firstDay: string; lastDay: string; acceptedGaps: { from: string; to: string; reason: string }[] };
export type Published = Plain<Schemas["PublishAnswer"]>;

/** What became of a file, and a row of it that was refused. */
export type RefusedRow = { row: number; field: string; value: string; wrong: string };
export type Imported = { line: string; version: number; taken: number; skipped: number; refused: RefusedRow[] };
export type CalendarAddress = Plain<Schemas["CalendarAnswer"]>;

export type Notice = Plain<Schemas["NoticeAnswer"]>;
export type PhoneDrill = Worded<Schemas["PhoneDrillAnswer"], { state: "notAsked" | "asked" | "confirmed" | "notConfirmed" }>;
export type LineDrills = Worded<Schemas["LineDrillsAnswer"], { shifts: PhoneDrill[] }>;
export type OfficerPhone = Plain<Schemas["PhoneAnswer"]>;
export type SpecialDay = Worded<Schemas["SpecialDayAnswer"], { periods: DutyPeriod[] }>;
export type Replayed = Plain<Schemas["ReplayAnswer"]>;

export type ReportSummary = Plain<Schemas["ReportSummary"]>;
export type Reports = Plain<Schemas["ReportsAnswer"]>;
export type ReportFigure = Required<Plain<Schemas["ReportFigure"]>>;
export type ReportPart = { code: string; name: string; figures: ReportFigure[] };
export type ShareInterval = Required<Plain<Schemas["ShareInterval"]>>;
export type Difference = "CannotBeTold" | "ClearlyHigher" | "ClearlyLower";
export type Comparison = {
  own: ShareInterval | null;
  together: ShareInterval | null;
  difference: Difference;
  others: { code: string; name: string; answered: ShareInterval; difference: Difference }[];
  notShown: number;
};
export type ReportContent = Worded<
  Required<Schemas["ReportContent"]>,
  {
    figures: ReportFigure[];
    slices: ReportPart[];
    trend: ReportPart[];
    parts: ReportPart[];
    comparison: Comparison | null;
    changes: Required<Plain<Schemas["ReportChange"]>>[];
  }
>;
export type Report = Worded<Schemas["ReportAnswer"], { content: ReportContent }>;
export type Objection = Report["objections"][number];
export type Definition = Plain<Schemas["DefinitionAnswer"]>;
export type FigureRows = Plain<Schemas["RowsAnswer"]>;
export type FigureRow = FigureRows["rows"][number];
export type MorningSheet = Worded<Schemas["MorningSheetAnswer"], { figures: ReportFigure[] }>;
export type PublicFigures = Plain<Schemas["PublicAnswer"]>;
export type ReleasedPlace = Worded<Required<Schemas["ReleasedPlace"]>, { answered: ShareInterval | null; inTime: ShareInterval | null }>;
export type Release = Worded<NonNullable<PublicFigures["release"]>, { places: ReleasedPlace[] }>;

using CallRouting.Core.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <param name="Role">Primary, Backup, Third, Fourth or Fifth.</param>
/// <param name="IsGap">Nobody is on duty in the layer.</param>
public sealed record DutyPeriodAnswer(
    string Role,
    DateTimeOffset From,
    DateTimeOffset To,
    bool IsGap,
    IReadOnlyList<OnDutyAnswer> OnDuty,
    IReadOnlyList<OnDutyAnswer> Absent
)
{
    public static DutyPeriodAnswer Of(DutyPeriod period, IReadOnlyDictionary<string, Officer> officers) =>
        new(
            period.Staffing.Role.ToString(),
            period.From.ToDateTimeOffset(),
            period.To.ToDateTimeOffset(),
            period.Staffing.IsGap,
            [.. period.Staffing.OnDuty.Select(posting => OnDutyAnswer.Of(posting.OfficerId, WhyAnswer.Of(posting.Why), officers))],
            [.. period.Staffing.Absent.Select(absence => OnDutyAnswer.Of(absence.OfficerId, WhyAnswer.Of(absence.Why), officers))]
        );
}

/// <param name="Name">Null for somebody whom the office does not have any more.</param>
public sealed record OnDutyAnswer(string Id, string? Name, WhyAnswer Why)
{
    public static OnDutyAnswer Of(string id, WhyAnswer why, IReadOnlyDictionary<string, Officer> officers) =>
        new(id, officers.GetValueOrDefault(id)?.Name, why);
}

/// <summary>The reason, as data: pages find the words.</summary>
/// <param name="Kind">shift, rotation, swap, override, fallback, leave or taken off.</param>
/// <param name="Shift">The rule and turn of the shift that is kept, <c>rule/turn</c>.</param>
/// <param name="Name">The rotation's name, or whose shift was taken.</param>
/// <param name="Turn">Of a rotation: which turn, from 1.</param>
/// <param name="Unit">Of a rotation: what a turn is counted in.</param>
/// <param name="By">Who decided it.</param>
public sealed record WhyAnswer(
    string Kind,
    string? Shift = null,
    string? Name = null,
    int? Turn = null,
    string? Unit = null,
    string? By = null,
    DateTimeOffset? At = null,
    string? Id = null
)
{
    public static WhyAnswer Of(DutyReason why) =>
        why switch
        {
            ByShift shift => new("shift", shift.Planned.ToString()),
            ByRotation turn => new("rotation", turn.Planned.ToString(), turn.Rotation, turn.Planned.Turn + 1, turn.Length.Unit.ToString()),
            BySwap swap => Decided("swap", swap.Decided, swap.Swap) with { Shift = swap.Planned.ToString(), Name = swap.Giver },
            ByOverride made => Decided("override", made.Decided, made.Override) with { Name = made.InsteadOf },
            _ => new("fallback"),
        };

    public static WhyAnswer Of(AbsenceReason why) =>
        why switch
        {
            OnLeave leave => Decided("leave", leave.Decided, leave.Leave),
            TakenOff taken => Decided("taken off", taken.Decided, taken.Override),
            _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No known reason for an absence."),
        };

    private static WhyAnswer Decided(string kind, Decided decided, string id) =>
        new(kind, By: decided.By, At: decided.At.ToDateTimeOffset(), Id: id);
}

/// <summary>What somebody works on.</summary>
/// <param name="Version">To be given back when it is saved; 0: nobody has begun one, and this is what stands.</param>
public sealed record DraftAnswer(string Line, int Version, string? EditedBy, DateTimeOffset? EditedAt, RosterBody Roster);

/// <param name="Version">The version that was read; 0 for the first.</param>
public sealed record SaveDraftRequest(int Version, RosterBody? Roster);

/// <param name="FirstDay">yyyy-MM-dd.</param>
/// <param name="LastDay">yyyy-MM-dd, included.</param>
/// <param name="AcceptedGaps">Gaps that somebody answers for.</param>
public sealed record PublishBody(string? FirstDay, string? LastDay, IReadOnlyList<AcceptedGapBody>? AcceptedGaps);

/// <param name="Reason">Read by supervisors.</param>
public sealed record AcceptedGapBody(DateTimeOffset From, DateTimeOffset To, string? Reason)
{
    public static AcceptedGapBody Of(AcceptedGap gap) => new(gap.From.ToDateTimeOffset(), gap.To.ToDateTimeOffset(), gap.Reason);

    public AcceptedGap Gap(Decided decided) => new(Instant.FromDateTimeOffset(From), Instant.FromDateTimeOffset(To), Reason ?? "", decided);
}

/// <summary>What would come of publishing a draft, or came of it.</summary>
/// <param name="Version">The number that it has, or would get.</param>
/// <param name="MayPublish">Nothing hinders it and every gap is answered for.</param>
/// <param name="Gaps">That nobody answers for.</param>
/// <param name="Findings">Whatever else is to be looked at.</param>
/// <param name="Concerned">Whose time on duty changes.</param>
public sealed record PublishAnswer(
    int Version,
    bool MayPublish,
    IReadOnlyList<DraftProblem> Problems,
    IReadOnlyList<FindingAnswer> Gaps,
    IReadOnlyList<FindingAnswer> Findings,
    IReadOnlyList<string> Concerned
)
{
    public static PublishAnswer Of(PublishDecision decision) =>
        new(
            decision.Version.Number,
            decision.MayPublish,
            decision.Problems,
            [.. decision.Unaccepted.Select(FindingAnswer.Of)],
            [.. (decision.Coverage?.Findings ?? []).Where(finding => finding.What is not Gap).Select(FindingAnswer.Of)],
            decision.Changes.Concerned
        );
}

/// <param name="Kind">Gap, ThinLayer, Unreachable, EmptiedByPause, DoubleBooking, TwoLayers, SharedNumber, UnverifiedPhone, OnDutyOnLeave or BadHandOver.</param>
/// <param name="Cause">Of a gap or a thin layer.</param>
/// <param name="Officers">Whom it is about.</param>
/// <param name="Other">The other line that it is about.</param>
public sealed record FindingAnswer(
    string Line,
    string Unit,
    DateTimeOffset From,
    DateTimeOffset To,
    string Kind,
    string? Cause,
    IReadOnlyList<string> Officers,
    string? Other
)
{
    public static FindingAnswer Of(Finding finding)
    {
        var (cause, officers, other) = finding.What switch
        {
            Gap gap => (gap.Cause.ToString(), gap.Officers.Ids, null),
            ThinLayer thin => ($"{thin.Role} {thin.Cause}", thin.Officers.Ids, null),
            Unreachable on => (null, on.OnDuty.Ids, null),
            EmptiedByPause on => (null, on.OnDuty.Ids, null),
            DoubleBooking twice => (null, [twice.OfficerId], twice.Other.Value),
            TwoLayers two => ($"{two.One} {two.Other}", [two.OfficerId], null),
            SharedNumber shared => (null, [shared.OfficerId, shared.OtherOfficerId], shared.Other.Value),
            UnverifiedPhone phone => (null, [phone.OfficerId], null),
            OnDutyOnLeave leave => (null, [leave.OfficerId], null),
            BadHandOver bad => (bad.Moment.ToString(), [.. bad.Before.Ids, .. bad.After.Ids], null),
            _ => ((string?)null, (IReadOnlyList<string>)[], (string?)null),
        };
        return new(
            finding.Line.Value,
            finding.Unit.Value,
            finding.From.ToDateTimeOffset(),
            finding.To.ToDateTimeOffset(),
            finding.What.GetType().Name,
            cause,
            officers,
            other
        );
    }
}

/// <summary>Whether somebody answers in every hour of the contact centre, for some lines together and one by one.</summary>
public sealed record CoverageAnswer(CoverageSumAnswer Sum, IReadOnlyList<LineCoverageAnswer> Lines, IReadOnlyList<FindingAnswer> Findings)
{
    public static CoverageAnswer Of(Coverage coverage) =>
        new(
            CoverageSumAnswer.Of(coverage.Totals),
            [.. coverage.Lines.Select(line => new LineCoverageAnswer(line.Line.Value, line.Unit.Value, CoverageSumAnswer.Of(line.Totals)))],
            [.. coverage.Findings.Select(FindingAnswer.Of)]
        );
}

public sealed record LineCoverageAnswer(string Line, string Unit, CoverageSumAnswer Sum);

/// <param name="ObligationHours">The contact centre's hours. Covered and gap add up to them.</param>
/// <param name="OnPaperHours">Of the covered: nobody on duty could have been rung.</param>
public sealed record CoverageSumAnswer(double ObligationHours, double CoveredHours, double GapHours, double OnPaperHours)
{
    public static CoverageSumAnswer Of(CoverageTotals totals) =>
        new(totals.Obligation.TotalHours, totals.Covered.TotalHours, totals.Gap.TotalHours, totals.OnPaper.TotalHours);
}

/// <param name="Role">The layer.</param>
/// <param name="Kind">Add, Remove or Replace.</param>
/// <param name="Out">Whom it takes off; of Replace left out: everybody.</param>
/// <param name="In">Whom it puts on.</param>
public sealed record OverrideRequest(string? Role, string? Kind, DateTimeOffset From, DateTimeOffset To, string? Out, string? In);

/// <param name="Shift">As a roster's answer names it, <c>rule/turn</c>.</param>
/// <param name="Day">Only this day of the turn, from 0; left out: the whole shift.</param>
public sealed record SwapRequest(string? Shift, string? Giver, string? Taker, int? Day);

/// <param name="FirstDay">yyyy-MM-dd.</param>
/// <param name="LastDay">yyyy-MM-dd, included.</param>
/// <param name="FromTime">HH:mm, on each of those days; left out: the whole days. With ToTime.</param>
public sealed record LeaveRequest(string? FirstDay, string? LastDay, string? FromTime, string? ToTime);

/// <summary>What was decided beside the plan.</summary>
public sealed record DecidedAnswer(string Id);

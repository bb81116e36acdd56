using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>Who keeps a line in a period, and why.</summary>
/// <param name="Version">The version in force at its beginning, 0: the roster file's shifts; or the draft's.</param>
/// <param name="Periods">Layer by layer, leaving no moment out.</param>
/// <param name="Open">The contact centre's hours: when the line must be kept.</param>
/// <param name="Findings">In order of time.</param>
/// <param name="Work">Of everybody who has any duty in the period. Empty for who is not of the office and does not supervise it.</param>
/// <param name="Colleagues">Who may be put on duty.</param>
public sealed record LineRosterAnswer(
    string Line,
    string Name,
    string Unit,
    int Version,
    IReadOnlyList<DutyPeriodAnswer> Periods,
    IReadOnlyList<OpenAnswer> Open,
    IReadOnlyList<FindingAnswer> Findings,
    IReadOnlyList<WorkAnswer> Work,
    IReadOnlyList<ColleagueAnswer> Colleagues
);

public sealed record OpenAnswer(DateTimeOffset From, DateTimeOffset To)
{
    public static OpenAnswer Of(Interval open) => new(open.Start.ToDateTimeOffset(), open.End.ToDateTimeOffset());
}

public sealed record ColleagueAnswer(string Id, string Name);

/// <param name="EveningHours">From 17 to 06, on any day.</param>
/// <param name="DaysOffHours">On Saturdays, Sundays and public holidays.</param>
public sealed record WorkAnswer(string Officer, double Hours, double EveningHours, double DaysOffHours)
{
    public static WorkAnswer Of(Workload work) =>
        new(work.OfficerId, work.Hours.TotalHours, work.Evenings.TotalHours, work.DaysOff.TotalHours);
}

/// <param name="IsOpen">The contact centre is, and the line must be kept.</param>
public sealed record WouldRingAnswer(
    string Line,
    DateTimeOffset At,
    bool IsOpen,
    int Rounds,
    double BudgetSeconds,
    IReadOnlyList<WouldRungAnswer> Rungs
)
{
    public static WouldRingAnswer Of(DutyLine line, Instant at, bool isOpen, Ladder ladder, bool pausesCount) =>
        new(
            line.Id.Value,
            at.ToDateTimeOffset(),
            isOpen,
            ladder.Rounds,
            ladder.Budget.TotalSeconds,
            [.. ladder.Rungs.Select(rung => WouldRungAnswer.Of(rung, pausesCount))]
        );
}

/// <param name="Name">primary, backup, third, fourth, fifth, all, lead, fixed line or neighbour.</param>
/// <param name="People">Nobody: the rung is empty and costs no time.</param>
public sealed record WouldRungAnswer(string Name, double Seconds, bool Together, IReadOnlyList<WouldPersonAnswer> People)
{
    public static WouldRungAnswer Of(Rung rung, bool pausesCount) =>
        new(
            rung.Name,
            rung.RingFor.TotalSeconds,
            rung.Together,
            [.. rung.People.Select(person => new WouldPersonAnswer(person.OfficerId, person.Name, pausesCount && person.Paused))]
        );
}

/// <param name="IsPaused">Passed over.</param>
public sealed record WouldPersonAnswer(string Id, string Name, bool IsPaused);

using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Rosters.DecidedAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Rosters;

/// <summary>Leave, swaps and overrides: decided by somebody, told in the timeline, and in force at once.</summary>
public sealed class DutyChanges(
    RosterStore rosters,
    DutyChangeStore store,
    RosterNotices notices,
    Timeline timeline,
    Ids ids,
    TimeProvider clock
)
{
    private static readonly Duration LongestOverride = Duration.FromDays(93);

    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task<Answer> Override(DutyLine line, OverrideRequest asked, Who who, UnitOfWork unit)
    {
        if (!Enum.GetNames<DutyRole>().Contains(asked.Role) || !Enum.GetNames<OverrideKind>().Contains(asked.Kind))
        {
            return Problems.BadInput(
                "role, kind",
                $"\"{asked.Role}\", \"{asked.Kind}\" is unknown.",
                "A layer, and Add, Remove or Replace."
            );
        }
        var (from, to) = (Instant.FromDateTimeOffset(asked.From), Instant.FromDateTimeOffset(asked.To));
        if (to <= from || to - from > LongestOverride || to <= Now)
        {
            return Problems.BadInput(
                "from, to",
                $"{from} to {to} is not a time.",
                "The end is later than the beginning and than now, within 93 days."
            );
        }
        var made = new Override(
            ids.Next(),
            Enum.Parse<DutyRole>(asked.Role!),
            // What somebody was obliged to an hour ago is not changed now.
            new Interval(Instant.Max(from, Now), to),
            Enum.Parse<OverrideKind>(asked.Kind!),
            asked.Out,
            asked.In,
            new Decided(who.Name, Now)
        );
        var stands = await rosters.ForLine(line.Id, Now, unit);
        if (Wrong(stands, stands.Roster with { Overrides = [made] }, $"override {made.Id}") is { } problem)
        {
            return Problems.BadInput("override", problem.Sentence, "");
        }
        await Telling(line, made.Id, who, () => store.Add(line.Id, made, unit), unit);
        await Tell(line, made.Id, who, $"{made.Kind} {made.Role} {made.Out} {made.In}", unit);
        return TypedResults.Ok(new DecidedAnswer(made.Id));
    }

    public async Task<Answer> Swap(DutyLine line, SwapRequest asked, Who who, UnitOfWork unit)
    {
        if (ShiftOf(asked.Shift) is not { } shift)
        {
            return NoShift(asked.Shift);
        }
        var stands = await rosters.ForLine(line.Id, Now, unit);
        var swap = new Swap(ids.Next(), shift, asked.Giver ?? "", asked.Taker ?? "", new Decided(who.Name, Now), asked.Day);
        if (SwapRules.Keeper(stands.Roster, shift, asked.Day) is not { } keeper || keeper != swap.Giver)
        {
            return Problems.Conflict($"Shift {shift} is not {swap.Giver}'s to give.");
        }
        if (Wrong(stands, stands.Roster with { Swaps = [.. stands.Roster.Swaps, swap] }, $"swap {swap.Id}") is { } problem)
        {
            return Problems.BadInput("taker", problem.Sentence, "");
        }
        await Telling(line, swap.Id, who, () => store.Add(line.Id, swap, unit), unit);
        await Tell(line, swap.Id, who, $"swap {shift} {swap.Giver} {swap.Taker}", unit);
        return TypedResults.Ok(new DecidedAnswer(swap.Id));
    }

    /// <summary>Of an officer of the line's office, on every line.</summary>
    public async Task<Answer> Leave(DutyLine line, string officer, LeaveRequest asked, Who who, UnitOfWork unit)
    {
        if ((await rosters.ForLine(line.Id, Now, unit)).Officers.All(known => known.Id != officer))
        {
            return Problems.NotFound("officer", $"officer {officer} at office {line.Unit}", "Leave is for officers of the line's office.");
        }
        if (
            AskedDays.Date(asked.FirstDay) is not { } first
            || AskedDays.Date(asked.LastDay) is not { } last
            || last < first
            || Period.DaysBetween(first, last) > 366
        )
        {
            return Problems.BadInput(
                "firstDay, lastDay",
                $"\"{asked.FirstDay}\" to \"{asked.LastDay}\" are no days.",
                "Give dates such as 2027-07-01, at most a year."
            );
        }
        if (HoursOf(asked) is not { } hours)
        {
            return Problems.BadInput(
                "fromTime, toTime",
                $"\"{asked.FromTime}\" to \"{asked.ToTime}\" are no hours.",
                "Give both as HH:mm, or neither."
            );
        }
        var leave = new Leave(ids.Next(), officer, first, last, new Decided(who.Name, Now), asked.FromTime is null ? null : hours);
        await OnEveryLine(line, leave.Id, who, () => store.Add(leave, unit), unit);
        return TypedResults.Ok(new DecidedAnswer(leave.Id));
    }

    public async Task<Answer> EndOverride(DutyLine line, string id, Who who, UnitOfWork unit) =>
        await Ended(line, id, who, await Withdrawn(line, id, who, () => store.EndOverride(line.Id, id, Now, unit), unit), unit);

    public async Task<Answer> EndSwap(DutyLine line, string id, Who who, UnitOfWork unit) =>
        await Ended(line, id, who, await Withdrawn(line, id, who, () => store.EndSwap(line.Id, id, Now, unit), unit), unit);

    public async Task<Answer> EndLeave(DutyLine line, string officer, string id, Who who, UnitOfWork unit)
    {
        var ended = false;
        await OnEveryLine(line, $"{id} withdrawn", who, async () => ended = await store.EndLeave(officer, id, Now, unit), unit);
        return ended
            ? TypedResults.Ok(new DecidedAnswer(id))
            : Problems.NotFound("id", $"leave {id} of {officer}", "It may have been withdrawn.");
    }

    // Whom a change concerns is seen by what they were on duty for before it and after it.
    private async Task Telling(DutyLine line, string change, Who who, Func<Task> make, UnitOfWork unit)
    {
        var before = await rosters.Published(line, unit);
        await make();
        await notices.Changed(line, change, before, Now, who, unit);
    }

    private async Task<bool> Withdrawn(DutyLine line, string change, Who who, Func<Task<bool>> withdraw, UnitOfWork unit)
    {
        var ended = false;
        await Telling(line, $"{change} withdrawn", who, async () => ended = await withdraw(), unit);
        return ended;
    }

    // Leave is for all of the office's lines.
    private async Task OnEveryLine(DutyLine any, string change, Who who, Func<Task> make, UnitOfWork unit)
    {
        var before = new List<(DutyLine Line, PublishedRosters Rosters)>();
        foreach (var line in await rosters.LinesOf(any.Unit, unit))
        {
            before.Add((line, await rosters.Published(line, unit)));
        }
        await make();
        foreach (var (line, stood) in before)
        {
            await notices.Changed(line, change, stood, Now, who, unit);
        }
    }

    private async Task<Answer> Ended(DutyLine line, string id, Who who, bool ended, UnitOfWork unit)
    {
        if (!ended)
        {
            return Problems.NotFound("id", $"{id} on line {line.Id}", "It may have been withdrawn.");
        }
        await Tell(line, id, who, "withdrawn", unit);
        return TypedResults.Ok(new DecidedAnswer(id));
    }

    // What the roster's own check says of one change. Whoever is put on duty is one of the office's officers.
    private static DraftProblem? Wrong(LineRoster stands, Roster changed, string where) =>
        DraftRules
            .Check(changed, stands.Officers.Select(officer => officer.Id).ToHashSet())
            .FirstOrDefault(problem => problem.Where == where);

    internal static ProblemHttpResult NoShift(string? text) =>
        Problems.BadInput("shift", $"\"{text}\" is no shift.", "Give one as GET /api/lines/{line}/roster names it: rule/turn.");

    internal static ShiftId? ShiftOf(string? text) =>
        text?.LastIndexOf('/') is { } slash and > 0 && int.TryParse(text[(slash + 1)..], out var turn)
            ? new ShiftId(new RuleId(text[..slash]), turn)
            : null;

    private static WeekHours? HoursOf(LeaveRequest asked) =>
        asked is { FromTime: null, ToTime: null } ? WeekHours.Always
        : WallTime.Pattern.Parse(asked.FromTime ?? "").TryGetValue(default, out var from)
        && WallTime.Pattern.Parse(asked.ToTime ?? "").TryGetValue(default, out var to)
            ? new WeekHours(Weekdays.All, from, to)
        : null;

    private Task Tell(DutyLine line, string id, Who who, string what, UnitOfWork unit) =>
        timeline.Tell(
            [new Told(RosterStories.Changed, who.Name, $"{line.Id} {what.TrimEnd()} ({id})")],
            new Subject(Unit: line.Unit.Value),
            Now,
            unit
        );
}

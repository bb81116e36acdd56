using System.Security.Claims;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>What was told to whom, and which phones were confirmed before their shifts: for leads of their own offices, and for supervisors.</summary>
public static class NoticeEndpoints
{
    private const int MostShown = 500;
    private static readonly Duration Shown = Duration.FromDays(14);

    public static void MapNotices(this RouteGroupBuilder api)
    {
        api.MapGet("/notices", Latest);
        api.MapPost("/notices/{notice}/confirm", Confirm);
        api.MapGet("/phone-drills", Drills);
    }

    /// <summary>Of the last fourteen days, the newest first; of an officer's or lead's own offices.</summary>
    /// <param name="unit">One office's; left out: all that one may see.</param>
    /// <param name="open">true: only what somebody has yet to confirm.</param>
    private static async Task<Ok<IReadOnlyList<NoticeAnswer>>> Latest(
        string? unit,
        bool? open,
        ClaimsPrincipal user,
        NoticeStore notices,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var (who, since) = (Who.Of(user), clock.GetUtcNow().ToInstant() - Shown);
        var office = unit ?? (who is { IsBoundToUnits: true, Units: [var only] } ? only : null);
        var latest = await reads.Ask(work => notices.Latest(office, since, MostShown, work), cancel);
        return TypedResults.Ok<IReadOnlyList<NoticeAnswer>>([
            .. latest
                .Where(notice => who.MayAct(notice.UnitNumber) && (open != true || (notice.IsOpen && notice.What.IsConfirmed())))
                .Select(NoticeAnswer.Of),
        ]);
    }

    /// <summary>As SVAR does: for everybody who was told of the same.</summary>
    private static Task<Results<Ok<NoticeAnswer>, ProblemHttpResult>> Confirm(
        string notice,
        ClaimsPrincipal user,
        NoticeStore notices,
        NoticeRunner runner,
        Writes writes,
        CancellationToken cancel
    ) =>
        writes.Commit<Results<Ok<NoticeAnswer>, ProblemHttpResult>>(
            async unit =>
            {
                var who = Who.Of(user);
                if (await notices.Find(notice, unit) is not { } found || !who.MayAct(found.UnitNumber))
                {
                    return Problems.NotFound("notice", $"notice {notice}", "GET /api/notices lists them.");
                }
                return found.What.IsConfirmed() && await runner.Confirm(found, who.Name, unit)
                    ? TypedResults.Ok(NoticeAnswer.Of(await notices.Load(notice, unit)))
                    : Problems.Conflict("There is nothing to confirm: somebody has, or it is no longer so, or it only told something.");
            },
            cancel
        );

    /// <summary>Line by line, whose shift begins on a day and whether their phone was confirmed.</summary>
    /// <param name="unit">One office's lines; left out: all that one may see.</param>
    /// <param name="day">Such as 2026-11-18; left out: today in Norway.</param>
    private static async Task<Results<Ok<IReadOnlyList<LineDrillsAnswer>>, ProblemHttpResult>> Drills(
        string? unit,
        string? day,
        ClaimsPrincipal user,
        RosterStore rosters,
        NoticeStore notices,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if ((day is null ? clock.GetUtcNow().ToInstant().OsloDate() : AskedDays.Date(day)) is not { } date)
        {
            return Problems.BadInput("day", $"\"{day}\" is no day.", "Give one such as 2026-11-18.");
        }
        var whole = new Interval(OsloTime.StartOf(date), OsloTime.StartOf(date.PlusDays(1)));
        return TypedResults.Ok(
            await reads.Ask<IReadOnlyList<LineDrillsAnswer>>(
                async work =>
                {
                    var lines = unit is null ? await rosters.EveryLine(work) : await rosters.LinesOf(new UnitNumber(unit), work);
                    var drills = (await notices.About(NoticeKind.Drill, whole, work)).ToLookup(drill => (drill.Recipient, drill.FromAt));
                    var names = (await rosters.EveryOfficer(work)).ToDictionary(officer => officer.Id, officer => officer.Name);
                    var answers = new List<LineDrillsAnswer>();
                    foreach (var line in lines.Where(line => Who.Of(user).MayAct(line.Unit.Value)))
                    {
                        var starts = ShiftStart.Within(line.Id, await rosters.Published(line, work), whole);
                        answers.Add(LineDrillsAnswer.Of(line, starts, drills, names));
                    }
                    return answers;
                },
                cancel
            )
        );
    }
}

/// <param name="Kind">Such as HoursUncovered.</param>
/// <param name="Place">For what climbs: Lead, Deputy, Supervisor or SupervisorsDeputy; otherwise null.</param>
/// <param name="Channel">Sms or Email.</param>
/// <param name="Failed">Why it could not be sent.</param>
/// <param name="PassedOnAt">When it went to the next, unconfirmed.</param>
/// <param name="NoLongerAt">When it turned out to be no longer so.</param>
public sealed record NoticeAnswer(
    string Id,
    string Kind,
    string Unit,
    string Line,
    DateTimeOffset From,
    DateTimeOffset To,
    string Recipient,
    string? Place,
    string Channel,
    bool AsksForAnswer,
    DateTimeOffset DueAt,
    DateTimeOffset? SentAt,
    string? Failed,
    DateTimeOffset? PassOnAt,
    DateTimeOffset? PassedOnAt,
    DateTimeOffset? ConfirmedAt,
    string? ConfirmedBy,
    DateTimeOffset? NoLongerAt
)
{
    public static NoticeAnswer Of(NoticeRow row) =>
        new(
            row.Id,
            row.Kind,
            row.UnitNumber,
            row.LineId,
            row.FromAt.ToDateTimeOffset(),
            row.ToAt.ToDateTimeOffset(),
            row.RecipientName,
            row.What.IsPassedOn() ? $"{(ChainPlace)row.Place}" : null,
            row.Channel,
            row.What.IsConfirmed(),
            row.DueAt.ToDateTimeOffset(),
            row.SentAt?.ToDateTimeOffset(),
            row.Failed,
            row.PassOnAt?.ToDateTimeOffset(),
            row.PassedOnAt?.ToDateTimeOffset(),
            row.ConfirmedAt?.ToDateTimeOffset(),
            row.ConfirmedBy,
            row.MootAt?.ToDateTimeOffset()
        );
}

/// <summary>A line's shifts of a day.</summary>
public sealed record LineDrillsAnswer(string Line, string Unit, IReadOnlyList<PhoneDrillAnswer> Shifts)
{
    internal static LineDrillsAnswer Of(
        DutyLine line,
        IReadOnlyList<ShiftStart> starts,
        ILookup<(string, Instant), NoticeRow> drills,
        IReadOnlyDictionary<string, string> names
    ) => new(line.Id.Value, line.Unit.Value, [.. starts.Select(start => PhoneDrillAnswer.Of(start, drills, names))]);
}

/// <param name="State">notAsked: no drill was made, or not yet; asked; confirmed; notConfirmed: the shift begins within a quarter of an hour, or has begun.</param>
public sealed record PhoneDrillAnswer(
    string OfficerId,
    string Officer,
    DateTimeOffset From,
    DateTimeOffset To,
    string State,
    DateTimeOffset? AskedAt,
    DateTimeOffset? ConfirmedAt
)
{
    internal static PhoneDrillAnswer Of(
        ShiftStart start,
        ILookup<(string, Instant), NoticeRow> drills,
        IReadOnlyDictionary<string, string> names
    )
    {
        var own = drills[(start.OfficerId, start.From)].ToList();
        var confirmed = own.Select(drill => drill.ConfirmedAt).FirstOrDefault(at => at is not null);
        return new(
            start.OfficerId,
            names.GetValueOrDefault(start.OfficerId, start.OfficerId),
            start.From.ToDateTimeOffset(),
            start.To.ToDateTimeOffset(),
            confirmed is not null ? "confirmed"
                : own.Exists(drill => drill.WasNotConfirmed) ? "notConfirmed"
                : own.Exists(drill => drill.SentAt is not null) ? "asked"
                : "notAsked",
            own.Select(drill => drill.SentAt).FirstOrDefault(at => at is not null)?.ToDateTimeOffset(),
            confirmed?.ToDateTimeOffset()
        );
    }
}

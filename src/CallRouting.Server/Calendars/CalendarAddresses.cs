using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calendars;

/// <summary>Makes and withdraws the addresses of calendars: officers their own, leads those of their office and its people.</summary>
public sealed class CalendarAddresses(
    CalendarStore calendars,
    RosterStore rosters,
    Timeline timeline,
    Reads reads,
    Writes writes,
    Ids ids,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    public Task<Results<Ok<IReadOnlyList<CalendarAnswer>>, ProblemHttpResult>> Of(UnitNumber office, Who who, CancellationToken cancel) =>
        reads.Ask<Results<Ok<IReadOnlyList<CalendarAnswer>>, ProblemHttpResult>>(
            async unit =>
                await Refused(office, who.Person?.Id, who, unit) is { } refusal
                    ? refusal
                    : TypedResults.Ok<IReadOnlyList<CalendarAnswer>>([
                        .. (await calendars.Of(office, unit)).Where(row => IsTheirs(office, row.OfficerId, who)).Select(CalendarAnswer.Of),
                    ]),
            cancel
        );

    public Task<Results<Ok<CalendarMadeAnswer>, ProblemHttpResult>> Make(
        UnitNumber office,
        string? officer,
        Who who,
        CancellationToken cancel
    )
    {
        // Drawn once: a unit may be asked again.
        var secret = CalendarSecret.Make();
        return writes.Commit<Results<Ok<CalendarMadeAnswer>, ProblemHttpResult>>(
            async unit =>
                await Refused(office, officer, who, unit) is { } refusal ? refusal : await Add(office, officer, secret, who, unit),
            cancel
        );
    }

    public Task<Results<NoContent, ProblemHttpResult>> Withdraw(UnitNumber office, string id, Who who, CancellationToken cancel) =>
        writes.Commit<Results<NoContent, ProblemHttpResult>>(
            async unit =>
            {
                if (await calendars.Find(office, id, unit) is not { } row || !IsTheirs(office, row.OfficerId, who))
                {
                    return Problems.NotFound("id", $"calendar {id} of office {office} that is yours", "It may have been withdrawn.");
                }
                await calendars.Withdraw(id, Now, unit);
                await Tell(CalendarStories.Withdrawn, row, who, unit);
                return TypedResults.NoContent();
            },
            cancel
        );

    private async Task<Results<Ok<CalendarMadeAnswer>, ProblemHttpResult>> Add(
        UnitNumber office,
        string? officer,
        string secret,
        Who who,
        UnitOfWork unit
    )
    {
        if (officer is not null && (await rosters.OfficersOf(office, unit)).All(known => known.Id != officer))
        {
            return Problems.NotFound("officer", $"officer {officer} at office {office}", "Give the id of one of the office's officers.");
        }
        var row = new CalendarAddressRow
        {
            Id = ids.Next(),
            UnitNumber = office.Value,
            OfficerId = officer,
            MadeBy = who.Name,
            MadeAt = Now,
        };
        await calendars.Add(row, secret, unit);
        await Tell(CalendarStories.Made, row, who, unit);
        return TypedResults.Ok(new CalendarMadeAnswer($"/calendars/{secret}.ics", CalendarAnswer.Of(row)));
    }

    private async Task<ProblemHttpResult?> Refused(UnitNumber office, string? officer, Who who, UnitOfWork unit) =>
        (await rosters.LinesOf(office, unit)).Count == 0
            ? Problems.NotFound("unit", $"office {office} with duty lines", "A unit number has four digits, such as 0104.")
        : IsTheirs(office, officer, who) ? null
        : TypedResults.Problem(
            title: "Not yours",
            detail: "Officers make calendars of their own duties; leads those of their office and its officers.",
            statusCode: StatusCodes.Status403Forbidden
        );

    private static bool IsTheirs(UnitNumber office, string? officer, Who who) =>
        who.MayAct(office.Value) && (who.Role != Roles.Officer || (officer is not null && officer == who.Person?.Id));

    private Task Tell(string kind, CalendarAddressRow row, Who who, UnitOfWork unit) =>
        timeline.Tell([new Told(kind, who.Name, row.OfficerId ?? row.UnitNumber)], new Subject(Unit: row.UnitNumber), Now, unit);
}

/// <summary>What the timeline tells of calendars; never an address.</summary>
public static class CalendarStories
{
    public const string Made = "calendar address made";
    public const string Withdrawn = "calendar address withdrawn";
}

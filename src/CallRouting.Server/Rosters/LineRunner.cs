using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>Changes a duty line for somebody whose office it is, and tells the timeline who did it.</summary>
public sealed class LineRunner(
    RosterStore rosters,
    LineStore lines,
    LinesNow answers,
    NumberStore numbers,
    Timeline timeline,
    LineDoor door,
    TimeProvider clock
)
{
    public Instant Now => clock.GetUtcNow().ToInstant();

    public Task<Results<Ok<LineAnswer>, ProblemHttpResult>> Change(
        string id,
        Who who,
        Func<DutyLine, Who, UnitOfWork, Task<ProblemHttpResult?>> change,
        CancellationToken cancel
    ) =>
        door.Write<LineAnswer>(
            id,
            who,
            async (line, unit) =>
                await change(line, who, unit) is { } refusal
                    ? refusal
                    : TypedResults.Ok(await answers.Of((await rosters.Line(line.Id, unit))!, unit)),
            cancel
        );

    public async Task<ProblemHttpResult?> TakeOut(DutyLine line, Instant until, Who who, UnitOfWork unit)
    {
        await lines.TakeOutOfService(line.Id, until, who.Name, Now, unit);
        await Tell(line, new Told(LineStories.OutOfService, who.Name, $"{line.Id} until {InstantPattern.General.Format(until)}"), unit);
        return null;
    }

    public async Task<ProblemHttpResult?> PutBack(DutyLine line, Who who, UnitOfWork unit)
    {
        if (line.IsOutOfService)
        {
            return Problems.Conflict($"The roster itself has line {line.Id} out of service. Only another roster puts it back.");
        }
        if (!line.IsOutOfServiceAt(Now))
        {
            return Problems.Conflict($"Line {line.Id} is in service.");
        }
        await lines.PutInService(line.Id, unit);
        await Tell(line, new Told(LineStories.InService, who.Name, line.Id.Value), unit);
        return null;
    }

    public Task<Results<Ok<LineLoad>, ProblemHttpResult>> Load(string id, Instant from, Instant to, Who who, CancellationToken cancel) =>
        door.Read<LineLoad>(
            id,
            who,
            async (line, unit) =>
                TypedResults.Ok(
                    LineLoad.Of(
                        id,
                        from.ToDateTimeOffset(),
                        to.ToDateTimeOffset(),
                        await lines.LoadOf(line.Id, from, to, unit),
                        await NumbersOf(line, unit)
                    )
                ),
            cancel
        );

    private async Task<IReadOnlySet<PhoneNumber>> NumbersOf(DutyLine line, UnitOfWork unit) =>
        (await numbers.InboundNumbers(unit)).Where(number => number.Unit == line.Unit).Select(number => number.Number).ToHashSet();

    private Task Tell(DutyLine line, Told told, UnitOfWork unit) => timeline.Tell([told], new Subject(Unit: line.Unit.Value), Now, unit);
}

/// <summary>What the timeline tells of a duty line.</summary>
public static class LineStories
{
    public const string OutOfService = "line out of service";
    public const string InService = "line in service";
}

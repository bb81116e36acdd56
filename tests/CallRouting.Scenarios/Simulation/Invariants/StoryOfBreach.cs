using CallRouting.Server.Database;
using CallRouting.Server.Live;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>What the timeline tells of the call in which an invariant broke.</summary>
internal static class StoryOfBreach
{
    /// <summary>A breach may name a call by our id or by the provider's.</summary>
    public static async Task<Breach> Of(Breach breach, UnitOfWork unit)
    {
        if (breach.Call is not { } named)
        {
            return breach;
        }
        var call = await unit.Find<string>(
            "select call_id from legs where sid = @named union select id from calls where id = @named or sid = @named",
            new { named }
        );
        return call is null ? breach : breach with { Call = call, Story = [.. (await new Timeline().Of(call, unit)).Select(Line)] };
    }

    private static string Line(TimelineEvent told) => $"{told.At:HH:mm:ss.f} {told.Kind} {told.Who} {told.Detail}".TrimEnd();
}

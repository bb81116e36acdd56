using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>Whether anything still goes on by the database: a call that nobody keeps a place for, or a transfer.</summary>
internal static class GoingOn
{
    private const string Calls = "select count(*) from calls where state <> 'Ended' and not (state = 'Waiting' and away = @yes)";
    private const string Transfers = "select count(*) from transfers where ended_at is null";

    public static async Task<bool> Any(UnitOfWork unit) =>
        await unit.Find<long>(Calls, new { yes = true }) > 0 || await unit.Find<long>(Transfers, new { }) > 0;
}

/// <summary>What only the database counts.</summary>
internal sealed record Counts(int Ended, int Unanswered)
{
    public static async Task<Counts> Of(UnitOfWork unit) =>
        new(
            (int)await unit.Find<long>("select count(*) from calls where state = 'Ended'", new { }),
            (int)await unit.Find<long>("select count(*) from transfers where state = 'Unanswered' and kind <> 'Callback'", new { })
        );
}

using System.Net.Http.Json;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.Supervision;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>8. Figures that a screen shows equal what can be counted from the timeline: flags, call-backs, what each duty line carried, and every figure of a report.</summary>
internal static class FiguresAgree
{
    private const int MostAtOnce = 500;

    private const string Told = "select count(*) from timeline where kind = @kind";

    private const string OfLine = """
        select count(*) from timeline e
        where  e.kind = @kind
        and    exists (select 1 from transfers t where t.id = e.transfer_id and t.line_id = @line and t.kind <> 'Callback')
        """;

    public static async Task<IReadOnlyList<Breach>> Check(
        World world,
        HttpClient supervisor,
        HttpClient lead,
        IEnumerable<StaffedOffice> offices
    )
    {
        var differences = new List<Breach>();
        var owed = await world.Read(unit => Count(Told, new { kind = CallbackStories.Owed }, unit));
        var settled = await world.Read(unit => Count(Told, new { kind = CallbackStories.Settled }, unit));
        var open = (await supervisor.GetFromJsonAsync<List<CallbackAnswer>>("/api/callbacks"))!.Count;
        var anew = await world.Read(unit => Count(Told, new { kind = CallbackStories.OwedAnew }, unit));
        Compare("open call-backs", open, owed + anew - settled, differences);
        var flags = (await supervisor.GetFromJsonAsync<List<FlagAnswer>>("/api/flags"))!.Count(flag => flag.Callback is not null);
        Compare("flags of call-backs", flags, owed, differences);
        foreach (var office in offices)
        {
            await Compare(world, supervisor, office.Line.Id.Value, differences);
        }
        differences.AddRange((await world.Recounted()).Select(difference => new Breach(8, difference)));
        return differences;
    }

    private static async Task Compare(World world, HttpClient supervisor, string line, List<Breach> differences)
    {
        var load = (await supervisor.GetFromJsonAsync<LineLoad>($"/api/lines/{line}/load"))!;
        var offered = await world.Read(unit => Count(OfLine, new { kind = Stories.Started, line }, unit));
        Compare($"transfers of {line}", load.Direct.Offered + load.Menu.Offered + load.Transferred.Offered, offered, differences);
    }

    // A list shows its latest five hundred.
    private static void Compare(string what, long shown, long told, List<Breach> differences)
    {
        if (shown != Math.Min(told, MostAtOnce))
        {
            differences.Add(new(8, $"{what}: the screen says {shown}, the timeline {told}"));
        }
    }

    private static async Task<long> Count(string sql, object values, UnitOfWork unit) => await unit.Find<long>(sql, values);
}

using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Simulation;
using CallRouting.Scenarios.Simulation.Invariants;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Processes;

/// <summary>
/// kill -9 of a real server twenty times while people call, over real HTTP and on a real file. SIGKILL does not test that what was committed
/// reached the disk: the system's page cache survives the process. It tests that what the server has acknowledged was in the file at all, and that
/// the next server makes something of it.
/// </summary>
[Category("Kill")]
public sealed class ManyDeathsTests
{
    private const int Deaths = 20;
    private const int Seed = 4;

    private const string OfAcceptedTransfers = """
        select sid from legs l
        where  sid is not null
        and    exists (select 1 from timeline t where t.transfer_id = l.transfer_id and t.kind = 'accepted')
        """;

    // Ring times and deadlines pass four times as fast; a dead server's callers are lost four times as soon.
    private const double Speed = 4;

    // In the demo's time the sweeper needs a minute or so to ask about what nobody has reported.
    private const int SecondsToSettle = 90;

    [Test]
    public async Task Killed_twenty_times_at_any_moment_the_server_accounts_for_every_call()
    {
        var prepared = Directory.CreateTempSubdirectory("prepared-").FullName;
        await Installation.Prepare(prepared);
        await using var house = await Installation.Of(prepared, Speed);
        await using var happenings = await house.Listen();
        var crowd = new Crowd(house, happenings, Seed);
        await crowd.Begins();

        await DieAndRiseAgain(house, happenings);
        await crowd.GoesHome();
        await Settles(house);

        await Tell(house, happenings, crowd);
        await AllAreAccountedFor(house, happenings, crowd);
        Directory.Delete(prepared, recursive: true);
    }

    // A moment is so many things after the last start; some deaths come while the server still picks up the pieces of the one before.
    private static async Task DieAndRiseAgain(Installation house, Happenings happenings)
    {
#pragma warning disable RS0030 // Seeded.
        var draws = new Random(Seed);
#pragma warning restore RS0030
        for (var death = 0; death < Deaths; death++)
        {
            await happenings.More(draws.Next(0, 250));
            await house.KillServer();
            await house.StartServer();
        }
    }

    private static Task Settles(Installation house) =>
        Wait.Until(async () => !await house.Reads.Ask(GoingOn.Any), "no call and no transfer goes on", SecondsToSettle, () => house.Logs);

    private static async Task AllAreAccountedFor(Installation house, Happenings happenings, Crowd crowd)
    {
        var breaches = await Breaches(house, happenings);
        Assert.That(breaches, Is.Empty, await Stories(house, breaches));
        var known = await house.Reads.Ask(unit => unit.Query<string>("select sid from calls"));
        Assert.That(known, Has.Count.GreaterThan(Deaths), "enough happened to be lost");
        Assert.That(Acknowledged(happenings).Except(known), Is.Empty, "calls whose first question was answered, and that nobody knows of");
        Assert.That(known.Except(crowd.Placed), Is.Empty, "calls that nobody made");
        var accepted = await house.Reads.Ask(unit => unit.Query<string>(OfAcceptedTransfers));
        Assert.That(Entered(happenings).Except(known).Except(accepted), Is.Empty, "officers in a room who by the database never accepted");
    }

    private static async Task<IReadOnlyList<Breach>> Breaches(Installation house, Happenings happenings)
    {
        var officers = (await house.Phones()).Where(phone => phone.Role != "caller").Select(phone => phone.Number).ToHashSet();
        var (officer, phone) = (new OneOfficer(officers.Contains), new OnePhone(officers.Contains));
        foreach (var happened in happenings.All)
        {
            officer.Sees(happened);
            phone.Sees(happened);
        }
        return
        [
            .. await house.Reads.Ask(EveryCallEnds.Check),
            .. await house.Reads.Ask(OneCallback.Check),
            .. officer.Breaches,
            .. phone.Breaches,
        ];
    }

    private static async Task<string> Stories(Installation house, IEnumerable<Breach> breaches)
    {
        var told = new List<string>();
        foreach (var breach in breaches)
        {
            told.AddRange((await house.Reads.Ask(unit => StoryOfBreach.Of(breach, unit))).Story.Prepend(breach.What));
        }
        return string.Join('\n', told) + house.Logs;
    }

    /// Calls for which a server, since dead or not, has given a document.
    private static IEnumerable<string> Acknowledged(Happenings happenings) =>
        happenings
            .All.Where(happened =>
                happened is { What: "webhook", Detail: { } detail } && detail.EndsWith("/phone/inbound → 200", StringComparison.Ordinal)
            )
            .Select(happened => happened.CallSid!);

    private static IEnumerable<string> Entered(Happenings happenings) =>
        happenings.All.Where(happened => happened.What == "participant-join").Select(happened => happened.CallSid!);

    private static async Task Tell(Installation house, Happenings happenings, Crowd crowd)
    {
        var known = await house.Reads.Ask(unit => unit.Find<long>("select count(*) from calls", new { }));
        var connected = await house.Reads.Ask(unit => unit.Find<long>("select count(*) from timeline where kind = 'connected'", new { }));
        var lost = happenings.All.Count(happened => happened.What == "webhook-failed");
        var span = happenings.All.Max(happened => happened.At) - happenings.All.Min(happened => happened.At);
        await TestContext.Out.WriteLineAsync(
            $"{Deaths} deaths, {crowd.Placed.Count} calls placed, {known} known, {connected} connected, {lost} webhooks lost, {span.TotalSeconds:0} s of demo time"
        );
    }
}

using System.Net;
using CallRouting.Scenarios;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Menus;
using CallRouting.Server.Tests.Notices;
using NodaTime;

namespace CallRouting.Server.Tests.Supervision;

/// <summary>What goes on now and today, and who is told of it when it is too much.</summary>
public sealed class WallboardTests
{
    private const string Guard = "+4721000009";
    private Supervised supervised = null!;

    [SetUp]
    public async Task Open() =>
        supervised = await Supervised.Opens(
            ("Supervision:Alarms:Contacts:0:Name", "Vakthavende leder"),
            ("Supervision:Alarms:Contacts:0:Phone", Guard),
            ("Supervision:Alarms:Thresholds:0:Figure", "OverdueCallbacks"),
            ("Supervision:Alarms:Thresholds:0:Raise", "3"),
            ("Supervision:Alarms:Thresholds:0:Clear", "1"),
            ("Supervision:Alarms:Thresholds:1:Figure", "AnsweredShare"),
            ("Supervision:Alarms:Thresholds:1:County", "Akershus"),
            ("Supervision:Alarms:Thresholds:1:Raise", "80"),
            ("Supervision:Alarms:Thresholds:1:Clear", "90")
        );

    [TearDown]
    public async Task Close() => await supervised.DisposeAsync();

    [Test]
    public async Task It_counts_what_goes_on_now_and_today()
    {
        await supervised.Office.HasMossWithNobody();
        await supervised.Offered(supervised.Now - Duration.FromMinutes(30), accepted: true);
        await supervised.Offered(supervised.Now - Duration.FromMinutes(20), accepted: true);
        await supervised.Offered(supervised.Now - Duration.FromMinutes(10));
        await supervised.Offered(supervised.Now - Duration.FromMinutes(5), ours: true);
        await supervised.Offered(supervised.Now - Duration.FromDays(1));
        await supervised.Owes(supervised.Now - Duration.FromHours(1));
        await supervised.Owes(supervised.Now + Duration.FromHours(1));
        Assert.That((await supervised.Wallboard()).GapsToday, Is.Null, "nobody has looked yet");
        await supervised.Round();
        var board = await supervised.Wallboard();
        Assert.That((board.Offered, board.Accepted, board.AnsweredShare), Is.EqualTo((3, 2, 2 / 3.0)));
        Assert.That((board.GapsToday, board.OverdueCallbacks, board.Waiting, board.RingingLadders), Is.EqualTo((1, 1, 0, 0)));
        Assert.That(board.Counties, Does.Contain("Akershus").And.Contain("Østfold"));
    }

    [Test]
    public async Task A_county_is_its_part_of_the_country()
    {
        await supervised.Office.HasMossWithNobody();
        await supervised.Offered(supervised.Now - Duration.FromMinutes(10), unit: "0104");
        await supervised.Offered(supervised.Now - Duration.FromMinutes(10), accepted: true);
        await supervised.Owes(supervised.Now - Duration.FromHours(1), unit: null);
        await supervised.Round();
        var (akershus, ostfold, all) = (
            await supervised.Wallboard("?county=Akershus"),
            await supervised.Wallboard("?county=Østfold"),
            await supervised.Wallboard()
        );
        Assert.That((akershus.AnsweredShare, akershus.GapsToday, akershus.OverdueCallbacks), Is.EqualTo((1.0, 0, 0)));
        Assert.That((ostfold.AnsweredShare, ostfold.GapsToday, ostfold.OverdueCallbacks), Is.EqualTo((0.0, 1, 0)));
        Assert.That(
            (all.AnsweredShare, all.GapsToday, all.OverdueCallbacks),
            Is.EqualTo((0.5, 1, 1)),
            "what the contact centre owes is the country's"
        );
        using var unknown = await supervised.Server.Send(HttpMethod.Get, "supervisor", "/api/wallboard?county=Viken");
        Assert.That(await RunningServer.Detail(unknown), Does.Contain("\"Viken\" is no county.").And.Contain("Akershus"));
    }

    [Test]
    public async Task A_ringing_ladder_and_a_waiting_caller_are_seen_with_how_long_they_have_waited()
    {
        await supervised.Server.Write(unit =>
            unit.Execute(
                """
                insert into calls (id, sid, number_called, flow_hash, visit, language, urgency, state, waiting_since, goes_first, rooms,
                                   unsaid, started_at, away, version)
                values ('call-w', 'CA-w', '+4755553333', 'hash', @visit, 'nb', 'NotStated', 'Waiting', @since, @no, 0, @no, @since, @no, 0)
                """,
                new
                {
                    visit = new byte[1],
                    since = supervised.Now - Duration.FromSeconds(95),
                    no = false,
                }
            )
        );
        var board = await supervised.Wallboard();
        Assert.That((board.Waiting, board.LongestWaitSeconds), Is.EqualTo((1, 95)));
        Assert.That((await supervised.Wallboard("?county=Akershus")).Waiting, Is.Zero, "nobody knows yet where they are");
    }

    [Test]
    public async Task An_alarm_is_told_once_until_it_has_recovered()
    {
        await Overdue(3);
        Assert.That(
            (await Told()).Select(sent => sent["Body"]),
            Is.EqualTo(new[] { "Nav vakttelefon: tilbakeringinger over fristen: 3, Norge." })
        );
        Assert.That(
            (await supervised.Wallboard()).Alarms.Select(alarm => (alarm.Figure, alarm.Value)),
            Is.EqualTo(new[] { ("OverdueCallbacks", 3) })
        );
        await Overdue(1);
        await supervised.Server.Restart();
        await Round();
        Assert.That(await Told(), Has.Count.EqualTo(1), "still the same alarm");
        await Settle("callback-1", "callback-2", "callback-3");
        Assert.That((await supervised.Wallboard()).Alarms, Is.Empty);
        await Overdue(2);
        Assert.That(await Told(), Has.Count.EqualTo(2), "it has recovered since");
    }

    [Test]
    public async Task Nobody_is_woken_at_night_and_what_is_still_so_is_told_in_the_morning()
    {
        await supervised.Office.Becomes("2026-11-18T20:00:00Z");
        await Overdue(3);
        Assert.That(await Told(), Is.Empty);
        await supervised.Office.Becomes("2026-11-19T06:01:00Z");
        await Round();
        Assert.That(await Told(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_countys_alarm_weighs_the_county()
    {
        for (var i = 0; i < 10; i++)
        {
            await supervised.Offered(supervised.Now - Duration.FromMinutes(1), accepted: i > 2, unit: "0104");
            await supervised.Offered(supervised.Now - Duration.FromMinutes(1), accepted: i > 1);
        }
        await Round();
        Assert.That(
            (await Told()).Select(sent => sent["Body"]),
            Is.EqualTo(new[] { "Nav vakttelefon: 80 prosent er besvart i dag, Akershus." })
        );
    }

    [Test]
    public async Task A_configuration_that_cannot_be_meant_is_refused_with_what_is_allowed()
    {
        var refused = Assert.CatchAsync(() =>
            RunningServer.Start(
                ("Supervision:AnsweredTarget", "0"),
                ("Supervision:Alarms:From", "20:00"),
                ("Supervision:Alarms:To", "07:00"),
                ("Supervision:Alarms:Thresholds:0:Figure", "Weather"),
                ("Supervision:Alarms:Thresholds:1:Figure", "Waiting"),
                ("Supervision:Alarms:Thresholds:1:Raise", "5"),
                ("Supervision:Alarms:Thresholds:1:Clear", "6"),
                ("Messages:UnreadAfterMinutes", "0")
            )
        );
        Assert.That(
            refused!.Message.Split('\n'),
            Is.EqualTo(
                new[]
                {
                    "Supervision:AnsweredTarget is 0. It must be more than 0 and at most 100 per cent.",
                    "Supervision:Alarms:From is 20:00 and To is 07:00. It must end later than it begins.",
                    "Supervision:Alarms has Thresholds and no Contacts. Name somebody who is told.",
                    "Supervision:Alarms:Thresholds:0:Figure is \"Weather\". It may be Waiting, LongestWait, RingingLadders, AnsweredShare, GapsToday, OverdueCallbacks.",
                    "Supervision:Alarms:Thresholds:1: Raise is 5 and Clear is 6. Clear must be less than Raise.",
                    "Messages:UnreadAfterMinutes is 0. It must be from 1 to 6000.",
                }
            )
        );
        await Task.CompletedTask;
    }

    private async Task Overdue(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await supervised.Owes(supervised.Now - Duration.FromHours(1));
        }
        await Round();
    }

    private async Task Settle(params string[] callbacks)
    {
        foreach (var id in callbacks)
        {
            await supervised.Server.Write(unit => unit.Execute("update callbacks set state = 'settled' where id = @id", new { id }));
        }
        await Round();
    }

    private async Task Round()
    {
        await supervised.Round();
        await supervised.Office.Passes(3);
    }

    private async Task<IReadOnlyList<Telephony.Asked>> Told() => [.. (await supervised.Office.Sent()).Where(sent => sent["To"] == Guard)];
}

using CallRouting.Core.Notices;
using CallRouting.Core.Rosters;
using CallRouting.Scenarios;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Tests.Supervision;

/// <summary>What the rounds raise: each fact once, however often they are made, by however many.</summary>
public sealed class FlagRoundsTests
{
    private Supervised supervised = null!;

    private Instant Now => supervised.Now;

    [SetUp]
    public async Task Open() => supervised = await Supervised.Opens();

    [TearDown]
    public async Task Close() => await supervised.DisposeAsync();

    [Test]
    public async Task A_well_kept_day_raises_nothing()
    {
        await supervised.Owes(Now + Duration.FromHours(1));
        await supervised.Owes(Now - Duration.FromHours(1), settled: Now - Duration.FromHours(2));
        await supervised.Round();
        Assert.That(await supervised.Kinds(), Is.Empty);
    }

    [Test]
    public async Task A_deadline_that_passed_is_a_flag_also_when_the_caller_was_reached_after_it()
    {
        var late = await supervised.Owes(Now - Duration.FromMinutes(1));
        var settled = await supervised.Owes(Now - Duration.FromHours(3), settled: Now - Duration.FromHours(2));
        var urgent = await supervised.Owes(Now - Duration.FromHours(19), urgent: true);
        await RoundsAcrossARestart();
        Assert.That(
            (await supervised.Flags()).Select(flag => (flag.Kind, flag.LateCallback, flag.Urgent, flag.Callback)),
            Is.EquivalentTo(
                new[]
                {
                    ("CallbackOverdue", late, false, (string?)null),
                    ("CallbackOverdue", settled, false, null),
                    ("UrgentNotSettled", urgent, true, null),
                }
            )
        );
        Assert.That(await supervised.Office.Told("flag raised"), Is.EqualTo(3));
    }

    [Test]
    public async Task What_the_contact_centre_owes_counts_against_no_office()
    {
        await supervised.Owes(Now - Duration.FromMinutes(1), unit: null);
        await supervised.Round();
        var flag = (await supervised.Flags()).Single();
        Assert.That((flag.Unit, flag.CountsAgainstOffice), Is.EqualTo(((string?)null, false)));
    }

    [Test]
    public async Task Hours_without_anybody_on_duty_are_one_flag_a_line_and_day()
    {
        await supervised.Office.HasMossWithNobody();
        await RoundsAcrossARestart();
        var flag = (await supervised.Flags()).Single();
        Assert.That((flag.Kind, flag.Unit, flag.Line), Is.EqualTo(("HoursUncovered", "0104", "0104-general")));
        Assert.That((flag.From, flag.To), Is.EqualTo((Oslo("09:00"), Oslo("15:00"))));
        await supervised.Office.Becomes("2026-11-19T08:01:00Z");
        await supervised.Round();
        Assert.That(await supervised.Kinds(), Is.EqualTo(new[] { "HoursUncovered", "HoursUncovered" }));
    }

    [Test]
    public async Task Days_that_passed_while_nobody_looked_are_found_by_whoever_comes()
    {
        await supervised.Round();
        await supervised.Office.HasMossWithNobody();
        await supervised.Office.Becomes("2026-11-22T08:00:00Z");
        await supervised.Round();
        Assert.That(
            (await supervised.Flags()).Select(flag => flag.From),
            Is.EquivalentTo(new[] { Oslo("09:00"), Oslo("09:00", day: 19), Oslo("09:00", day: 20) }),
            "Wednesday to Friday; it is Sunday"
        );
    }

    [Test]
    public async Task Before_opening_nobody_is_obliged()
    {
        await supervised.Office.HasMossWithNobody();
        await supervised.Server.Write(unit => Pause("0233-1", "0233-2", "0233-3")(unit));
        await supervised.Office.Becomes("2026-11-19T07:59:00Z");
        await supervised.Round();
        Assert.That((await supervised.Flags()).Select(flag => flag.From!.Value.Day), Is.All.EqualTo(18), "today's have not begun");
    }

    [Test]
    public async Task A_ladder_of_people_on_pause_rings_nobody()
    {
        await supervised.Server.Write(unit => Pause("0233-1", "0233-2", "0233-3")(unit));
        await RoundsAcrossARestart();
        Assert.That(
            (await supervised.Flags()).Select(flag => (flag.Kind, flag.Line)),
            Is.EqualTo(new[] { ("NobodyToRing", "0233-general") })
        );
    }

    [Test]
    public async Task A_line_that_is_out_of_service_is_out_of_order_and_nothing_else()
    {
        using var taken = await supervised.Server.Send(
            HttpMethod.Put,
            "lead:0233-3",
            "/api/lines/0233-general/out-of-service",
            new { until = "2026-11-18T14:00:00+01:00" }
        );
        Assert.That(taken.IsSuccessStatusCode, Is.True);
        await RoundsAcrossARestart();
        Assert.That(await supervised.Kinds(), Is.EqualTo(new[] { "LineOutOfOrder" }));
    }

    [Test]
    public async Task A_phone_that_nobody_confirmed_is_a_flag_of_its_officer()
    {
        var drill = new NoticeRow
        {
            Id = "drill-1",
            Kind = nameof(NoticeKind.Drill),
            Topic = NoticeTopic.Drill("0233-1", Now + Duration.FromMinutes(10)).Key,
            Recipient = "0233-1",
            RecipientName = "Primary",
            Channel = nameof(NoticeChannel.Sms),
            UnitNumber = "0233",
            LineId = "0233-general",
            FromAt = Now + Duration.FromMinutes(10),
            ToAt = Now + Duration.FromHours(5),
            MadeAt = Now - Duration.FromHours(1),
            DueAt = Now - Duration.FromHours(1),
        };
        await supervised.Server.Write(unit => new NoticeStore().Add(drill, unit));
        await supervised.Round();
        Assert.That(await supervised.Kinds(), Is.Empty, "there is time yet");
        await supervised.Server.Write(unit => new NoticeStore().PassOn(drill, Now, unit));
        await RoundsAcrossARestart();
        var flag = (await supervised.Flags()).Single();
        Assert.That((flag.Kind, flag.Officer, flag.From), Is.EqualTo(("PhoneNotConfirmed", "0233-1", drill.FromAt.ToDateTimeOffset())));
    }

    [Test]
    public async Task Three_unanswered_within_an_hour_on_one_line_are_a_pattern()
    {
        foreach (var minutes in new[] { 50, 40 })
        {
            await supervised.Offered(Now - Duration.FromMinutes(minutes));
        }
        await supervised.Offered(Now - Duration.FromMinutes(30), ours: true);
        await supervised.Offered(Now - Duration.FromMinutes(20), unit: "0104");
        await supervised.Offered(Now - Duration.FromMinutes(15), accepted: true);
        await supervised.Round();
        Assert.That(await Patterns("ManyUnanswered"), Is.Empty, "ours, another line's and an accepted one do not count");
        var third = await supervised.Offered(Now - Duration.FromMinutes(10));
        await RoundsAcrossARestart();
        await supervised.Offered(Now - Duration.FromMinutes(5));
        await supervised.Round();
        var pattern = (await Patterns("ManyUnanswered")).Single();
        Assert.That((pattern.Transfer, pattern.Figure, pattern.Unit), Is.EqualTo((third, 3, "0233")));
    }

    [Test]
    public async Task Two_weeks_running_under_the_target_are_told_when_the_second_is_over_and_not_again_the_week_after()
    {
        await Week("2026-11-09", accepted: 8, unanswered: 2);
        await Week("2026-11-16", accepted: 7, unanswered: 3);
        await Week("2026-11-23", accepted: 7, unanswered: 3);
        await supervised.Office.Becomes("2026-11-22T22:58:00Z");
        await supervised.Round();
        Assert.That(await Patterns("UnderTarget"), Is.Empty, "Sunday: one week is over");
        await supervised.Office.Becomes("2026-11-22T23:01:00Z");
        await RoundsAcrossARestart();
        var flag = (await Patterns("UnderTarget")).Single();
        Assert.That((flag.Unit, flag.Figure), Is.EqualTo(("0233", 750)));
        await supervised.Office.Becomes("2026-11-30T08:00:00Z");
        await supervised.Round();
        Assert.That(await Patterns("UnderTarget"), Has.Count.EqualTo(1), "the third is told with the fourth");
    }

    private async Task RoundsAcrossARestart()
    {
        await supervised.Round();
        await supervised.Round();
        await supervised.Server.Restart();
        supervised.Server.Time.Advance(TimeSpan.FromMinutes(6));
        await supervised.Round();
    }

    private async Task<IReadOnlyList<Server.Supervision.FlagAnswer>> Patterns(string kind) => await supervised.Flags($"?kind={kind}");

    private async Task Week(string monday, int accepted, int unanswered)
    {
        var at = CallRouting.Core.Offices.OsloTime.StartOf(NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value);
        for (var i = 0; i < accepted + unanswered; i++)
        {
            // Two hours apart, so that they are no other pattern.
            await supervised.Offered(at + Duration.FromHours(9 + (2 * i)), accepted: i < accepted);
        }
    }

    private static Func<CallRouting.Server.Database.UnitOfWork, Task> Pause(params string[] officers) =>
        async unit =>
        {
            foreach (var officer in officers)
            {
                await new RosterStore().Pause(officer, Instant.FromUtc(2026, 11, 18, 8, 0), unit);
            }
        };

    private static DateTimeOffset Oslo(string time, int day = 18) =>
        DateTimeOffset.Parse($"2026-11-{day}T{time}:00+01:00", System.Globalization.CultureInfo.InvariantCulture);
}

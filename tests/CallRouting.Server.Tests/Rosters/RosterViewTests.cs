using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Rosters;

/// <summary>Rosters to look at, and shifts that are offered. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class RosterViewTests
{
    private const string Line = "/api/lines/0233-general";
    private const string Lead = "lead:0233-3";
    private const string Tomorrow = "?from=2026-11-19T00:00:00%2B01:00&to=2026-11-20T00:00:00%2B01:00";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_roster_stands_beside_the_hours_that_it_must_keep_and_those_who_may_keep_it()
    {
        var day = await server.Answer<LineRosterAnswer>(HttpMethod.Get, Lead, $"{Line}/roster{Tomorrow}");

        Assert.That(day.Open, Is.EqualTo(new[] { new OpenAnswer(At("2026-11-19T09:00:00+01:00"), At("2026-11-19T15:00:00+01:00")) }));
        Assert.That(day.Colleagues.Select(one => one.Id), Is.EqualTo(new[] { "0233-1", "0233-2", "0233-3" }));
        Assert.That(day.Work.Select(work => (work.Officer, work.Hours)), Is.EqualTo(new[] { ("0233-1", 6.0), ("0233-2", 6.0) }));
        Assert.That(
            (await server.Answer<LineRosterAnswer>(HttpMethod.Get, "agent", $"{Line}/roster{Tomorrow}")).Work,
            Is.Empty,
            "how much each works is between colleagues"
        );
    }

    [Test]
    public async Task A_draft_is_looked_at_beside_what_stands()
    {
        using (var none = await server.Send(HttpMethod.Get, Lead, $"{Line}/draft/roster{Tomorrow}"))
        {
            Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
        await server.Answer<DraftAnswer>(
            HttpMethod.Put,
            Lead,
            $"{Line}/draft",
            new
            {
                version = 0,
                roster = new
                {
                    rules = new[]
                    {
                        new
                        {
                            id = "short",
                            role = "Primary",
                            days = "mon-fri",
                            from = "09:00",
                            to = "12:00",
                            validFrom = "2026-11-18",
                            officer = "0233-2",
                        },
                    },
                },
            }
        );

        var drafted = await server.Answer<LineRosterAnswer>(HttpMethod.Get, Lead, $"{Line}/draft/roster{Tomorrow}");
        var stands = await server.Answer<LineRosterAnswer>(HttpMethod.Get, Lead, $"{Line}/roster{Tomorrow}");

        Assert.That(Gaps(drafted), Is.EqualTo(new[] { (At("2026-11-19T12:00:00+01:00"), At("2026-11-19T15:00:00+01:00")) }));
        Assert.That(Gaps(stands), Is.Empty);
    }

    [TestCase("2026-11-20T14:30:00%2B01:00", true, "primary 0233-1, backup 0233-2, lead 0233-3")]
    [TestCase("2026-11-20T15:30:00%2B01:00", false, "primary , backup , lead ")]
    public async Task Who_would_ring_is_told_for_any_moment(string at, bool isOpen, string rungs)
    {
        var answer = await server.Answer<WouldRingAnswer>(HttpMethod.Get, "agent", $"{Line}/would-ring?at={at}");
        Assert.That(answer.IsOpen, Is.EqualTo(isOpen));
        Assert.That(
            string.Join(", ", answer.Rungs.Select(rung => $"{rung.Name} {string.Join(' ', rung.People.Select(person => person.Id))}")),
            Is.EqualTo(rungs)
        );
    }

    [Test]
    public async Task The_wall_shows_every_office_also_one_without_a_duty_line()
    {
        await server.Write(unit =>
            unit.Execute("update duty_lines set is_out_of_service = @yes where id = '0104-general'", new { yes = true })
        );

        var wall = await server.Answer<CoverageWallAnswer>(HttpMethod.Get, "supervisor", "/api/coverage/wall?days=5");
        var moss = wall.Counties.SelectMany(county => county.Offices).Single(office => office.Unit == "0104");
        var akershus = wall.Counties.Single(county => county.Name == "Akershus");

        Assert.That(wall.Days.Select(day => (day.Date, day.OpenHours)).Last(), Is.EqualTo(("2026-11-22", 0.0)), "a Sunday");
        Assert.That(wall.Counties.Sum(county => county.Share.Offices), Is.EqualTo(255));
        Assert.That(moss.HasDutyLine, Is.False);
        Assert.That(moss.GapHours, Is.EqualTo(new[] { 6.0, 6, 6, 0, 0 }));
        Assert.That((akershus.Share.WithDutyLine, akershus.Share.Covered), Is.EqualTo((1, 1)));
        Assert.That(
            (await server.Answer<CoverageWallAnswer>(HttpMethod.Get, Lead, "/api/coverage/wall")).Counties.Single().Offices.Single().Unit,
            Is.EqualTo("0233")
        );
        using var refused = await server.Send(HttpMethod.Get, "supervisor", "/api/coverage/wall?days=32");
        Assert.That(await RunningServer.Detail(refused), Does.Contain("1 to 31"));
    }

    [Test]
    public async Task A_shift_that_is_offered_is_taken_by_the_first_and_then_no_longer_there()
    {
        var offer = await Offered(null);
        var seen = (await Offers("officer:0233-2")).Single();
        Assert.That((seen.Giver.Id, seen.Asked, seen.Role), Is.EqualTo(("0233-1", (ColleagueAnswer?)null, "Primary")));

        await server.Answer<DecidedAnswer>(HttpMethod.Post, "officer:0233-2", $"{Line}/offers/{offer}/take", new { });

        Assert.That(await PrimaryTomorrow(), Is.EqualTo(("0233-2", "swap")));
        using var second = await server.Send(HttpMethod.Post, "officer:0233-3", $"{Line}/offers/{offer}/take", new { });
        Assert.That(await RunningServer.Detail(second), Does.Contain("may have been taken"));
    }

    [Test]
    public async Task Who_is_asked_may_refuse_and_nobody_else_may_answer_for_them()
    {
        var offer = await Offered("0233-2");
        using (var other = await server.Send(HttpMethod.Post, "officer:0233-3", $"{Line}/offers/{offer}/take", new { }))
        {
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        }
        using (var giver = await server.Send(HttpMethod.Post, "officer:0233-1", $"{Line}/offers/{offer}/refuse"))
        {
            Assert.That(giver.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        }
        await server.Answer<DecidedAnswer>(HttpMethod.Post, "officer:0233-2", $"{Line}/offers/{offer}/refuse");

        Assert.That(await Offers("officer:0233-1"), Is.Empty);
        Assert.That(await PrimaryTomorrow(), Is.EqualTo(("0233-1", "shift")));
    }

    [Test]
    public async Task An_offer_is_withdrawn_by_who_made_it_and_falls_away_with_its_shift()
    {
        var first = await Offered(null);
        await server.Answer<DecidedAnswer>(HttpMethod.Delete, "officer:0233-1", $"{Line}/offers/{first}");
        Assert.That(await Offers("officer:0233-1"), Is.Empty);

        await Offered(null);
        server.Time.Advance(TimeSpan.FromDays(2));
        Assert.That(await Offers("officer:0233-1"), Is.Empty, "the shift is over");
    }

    [Test]
    public async Task Only_ones_own_shift_is_offered_and_only_to_a_colleague()
    {
        using var other = await Offer("officer:0233-2", new { shift = await Shift(), giver = "0233-1" });
        Assert.That(await RunningServer.Detail(other), Does.Contain("their own shifts"));
        using var stranger = await Offer("officer:0233-1", new { shift = await Shift(), asked = "0104-1" });
        Assert.That(await RunningServer.Detail(stranger), Does.Contain("Another officer of the office"));
        using var none = await Offer("officer:0233-1", new { shift = "file-0/9" });
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        using var nonsense = await Offer("officer:0233-1", new { shift = "tomorrow" });
        Assert.That(nonsense.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);

    private static IEnumerable<(DateTimeOffset, DateTimeOffset)> Gaps(LineRosterAnswer answer) =>
        answer.Findings.Where(finding => finding.Kind == "Gap").Select(gap => (gap.From, gap.To));

    private async Task<string?> Shift() => (await Primary()).Why.Shift;

    private async Task<string> Offered(string? asked)
    {
        using var answer = await Offer("officer:0233-1", new { shift = await Shift(), asked });
        return (await answer.Content.ReadFromJsonAsync<DecidedAnswer>())!.Id;
    }

    private Task<HttpResponseMessage> Offer(string who, object body) => server.Send(HttpMethod.Post, who, $"{Line}/offers", body);

    private Task<List<ShiftOfferAnswer>> Offers(string who) => server.Answer<List<ShiftOfferAnswer>>(HttpMethod.Get, who, $"{Line}/offers");

    private async Task<(string, string)> PrimaryTomorrow()
    {
        var duty = await Primary();
        return (duty.Id, duty.Why.Kind);
    }

    private async Task<OnDutyAnswer> Primary() =>
        (await server.Answer<LineRosterAnswer>(HttpMethod.Get, Lead, $"{Line}/roster{Tomorrow}"))
            .Periods.Single(period => period is { Role: "Primary", OnDuty.Count: > 0 })
            .OnDuty.Single();
}

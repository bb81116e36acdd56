using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallRouting.Scenarios;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Rosters;

/// <summary>A lead plans, publishes, and changes what was planned; whom a call rings follows at once. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class PlanEndpointsTests
{
    private const string Line = "/api/lines/0233-general";
    private const string Lead = "lead:0233-3";
    private const string Tomorrow = "?from=2026-11-19T08:00:00Z&to=2026-11-19T14:00:00Z";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task What_is_published_is_whom_calls_ring_from_its_first_day_on()
    {
        await Saved(0, Shift("0233-2", "mon-fri"));
        var published = await Published(new { firstDay = "2026-11-19", lastDay = "2027-01-31" });
        Assert.That((published.Version, published.MayPublish), Is.EqualTo((1, true)));
        Assert.That(published.Concerned, Is.EqualTo(new[] { "0233-1", "0233-2" }));

        Assert.That(await PrimaryNow(), Is.EqualTo("Primary"), "today is as it was planned before");
        Assert.That(await PrimaryOf(Tomorrow), Is.EqualTo(("0233-2", "shift")));
        server.Time.Advance(TimeSpan.FromDays(1));
        Assert.That(await PrimaryNow(), Is.EqualTo("Backup"));
        Assert.That(
            await server.Rows<string>("select kind || ' ' || body from timeline"),
            Is.EqualTo(new[] { """roster published {"who":"Lead","detail":"0233-general version 1, 2026-11-19 to 2027-01-31"}""" })
        );
    }

    [Test]
    public async Task A_rotation_is_kept_as_it_was_drawn_and_says_whose_turn_it_is()
    {
        var rule = new
        {
            id = "turns",
            role = "Primary",
            days = "mon-fri",
            from = "09:00",
            to = "15:00",
            validFrom = "2026-11-16",
            rotation = new
            {
                name = "Nittedal",
                order = new[] { "0233-1", "0233-2" },
                turn = 1,
                unit = "Week",
                handOver = "09:00",
                handOverDay = "mon",
            },
        };
        await Saved(0, rule);
        await Published(new { firstDay = "2026-11-19", lastDay = "2026-12-31" });

        var next = await Roster("?from=2026-11-23T08:00:00Z&to=2026-11-23T14:00:00Z");
        var duty = next.Periods.First(period => period.Role == "Primary").OnDuty.Single();
        Assert.That((duty.Id, duty.Name), Is.EqualTo(("0233-2", "Backup")));
        Assert.That(
            (duty.Why.Kind, duty.Why.Name, duty.Why.Turn, duty.Why.Unit, duty.Why.Shift),
            Is.EqualTo(("rotation", "Nittedal", 2, "Week", "turns/1"))
        );
    }

    [Test]
    public async Task A_gap_is_published_only_when_somebody_answers_for_it_with_a_reason()
    {
        await Saved(0, Shift("0233-2", "mon-thu"));
        var period = new { firstDay = "2026-11-19", lastDay = "2026-11-25" };
        var check = await server.Answer<PublishAnswer>(HttpMethod.Post, Lead, $"{Line}/draft/check", period);
        Assert.That(check.MayPublish, Is.False);
        Assert.That(check.Gaps.Select(gap => (gap.Kind, gap.Cause)), Is.EqualTo(new[] { ("Gap", "NobodyPlanned") }));
        using (var refused = await server.Send(HttpMethod.Post, Lead, $"{Line}/draft/publish", period))
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(
                await RunningServer.Detail(refused),
                Does.Contain("Nobody answers from 2026-11-20T08:00:00Z to 2026-11-20T14:00:00Z")
            );
        }

        var gap = check.Gaps.Single();
        var accepted = await Published(
            new
            {
                period.firstDay,
                period.lastDay,
                acceptedGaps = new[]
                {
                    new
                    {
                        from = gap.From,
                        to = gap.To,
                        reason = "Nav Moss svarer",
                    },
                },
            }
        );

        Assert.That(accepted.Version, Is.EqualTo(1));
        Assert.That(await server.Value<string>("select accepted_gaps from roster_versions"), Does.Contain("Nav Moss svarer"));
    }

    [Test]
    public async Task An_officer_whom_the_lines_calls_do_not_ring_is_no_officer_to_publish()
    {
        await Saved(0, Shift("0104-1", "mon-fri"));
        using var refused = await server.Send(
            HttpMethod.Post,
            Lead,
            $"{Line}/draft/publish",
            new { firstDay = "2026-11-19", lastDay = "2026-11-25" }
        );
        Assert.That(await RunningServer.Detail(refused), Is.EqualTo("rule own: \"0104-1\" is not an officer whom this line may name."));
    }

    [Test]
    public async Task Two_who_edit_one_draft_do_not_overwrite_each_other()
    {
        var first = await Saved(0, Shift("0233-2", "mon-fri"));
        using (var late = await server.Send(HttpMethod.Put, Lead, $"{Line}/draft", Draft(0, Shift("0233-1", "mon-fri"))))
        {
            Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        }
        var second = await Saved(first.Version, Shift("0233-1", "mon-fri"));
        Assert.That((first.Version, second.Version), Is.EqualTo((1, 2)));
        using var stale = await server.Send(HttpMethod.Put, Lead, $"{Line}/draft", Draft(first.Version, Shift("0233-2", "mon-fri")));
        Assert.That(await RunningServer.Detail(stale), Does.Contain("Somebody else has saved the draft"));
        Assert.That(
            (await server.Answer<DraftAnswer>(HttpMethod.Get, Lead, $"{Line}/draft")).Roster.Rules!.Single().Officer,
            Is.EqualTo("0233-1")
        );
    }

    [Test]
    public async Task Without_a_draft_one_begins_from_what_stands()
    {
        var draft = await server.Answer<DraftAnswer>(HttpMethod.Get, Lead, $"{Line}/draft");
        Assert.That(draft.Version, Is.Zero);
        Assert.That(
            draft.Roster.Rules!.Select(rule => (rule.Role, rule.Officer, rule.Days, rule.From, rule.To)),
            Is.EqualTo(
                new[]
                {
                    ("Primary", "0233-1", "mon,tue,wed,thu,fri", "09:00", "15:00"),
                    ("Backup", "0233-2", "mon,tue,wed,thu,fri", "09:00", "15:00"),
                }
            )
        );
    }

    [TestCase(
        """{"id":"a","role":"Primary","days":"workdays","from":"09:00","to":"15:00","validFrom":"2026-11-18","officer":"0233-1"}""",
        "rules[0].days: \"workdays\" names no weekdays"
    )]
    [TestCase(
        """{"id":"a","role":"First","days":"mon","from":"09:00","to":"15:00","validFrom":"2026-11-18","officer":"0233-1"}""",
        "rules[0].role: \"First\" is unknown. Allowed: Primary, Backup"
    )]
    [TestCase(
        """{"id":"a","role":"Primary","days":"mon","from":"9","to":"15:00","validFrom":"2026-11-18","officer":"0233-1"}""",
        "rules[0].from: \"9\" is not a time such as 09:00"
    )]
    [TestCase(
        """{"id":"a","role":"Primary","days":"mon","from":"09:00","to":"15:00","validFrom":"2026-11-18"}""",
        "rules[0]: A rule names either"
    )]
    [TestCase(
        """{"role":"Primary","days":"mon","from":"09:00","to":"15:00","validFrom":"18.11.2026","officer":"0233-1"}""",
        "is not a date such as 2026-11-18"
    )]
    public async Task A_draft_that_cannot_be_read_is_told_where_and_what_is_allowed(string rule, string told)
    {
        using var answer = await server.Send(
            HttpMethod.Put,
            Lead,
            $"{Line}/draft",
            JsonDocument.Parse("""{"version":0,"roster":{"rules":[@]}}""".Replace("@", rule, StringComparison.Ordinal)).RootElement
        );
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.Contain(told));
        Assert.That(await server.Rows<string>("select line_id from roster_drafts"), Is.Empty);
    }

    [Test]
    public async Task An_override_counts_at_once_and_until_it_is_withdrawn()
    {
        var made = await server.Answer<DecidedAnswer>(
            HttpMethod.Post,
            "officer:0233-1",
            $"{Line}/overrides",
            new
            {
                role = "Primary",
                kind = "Replace",
                from = "2026-11-18T10:00:00+01:00",
                to = "2026-11-18T12:00:00+01:00",
                @out = "0233-1",
                @in = "0233-2",
            }
        );
        Assert.That(await PrimaryNow(), Is.EqualTo("Backup"));
        var why = (await Roster("?to=2026-11-18T12:00:00Z")).Periods[0].OnDuty.Single().Why;
        Assert.That((why.Kind, why.By, why.Name), Is.EqualTo(("override", "Primary", "0233-1")));

        await server.Answer<DecidedAnswer>(HttpMethod.Delete, Lead, $"{Line}/overrides/{made.Id}");

        Assert.That(await PrimaryNow(), Is.EqualTo("Primary"));
        Assert.That(await server.Value<long>("select count(*) from roster_overrides"), Is.EqualTo(1), "withdrawn, not deleted");
        using var again = await server.Send(HttpMethod.Delete, Lead, $"{Line}/overrides/{made.Id}");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Who_was_obliged_until_an_override_was_withdrawn_stays_so()
    {
        var body = new
        {
            role = "Primary",
            kind = "Replace",
            from = "2026-11-18T10:00:00+01:00",
            to = "2026-11-18T12:00:00+01:00",
            @out = "0233-1",
            @in = "0233-2",
        };
        var made = await server.Answer<DecidedAnswer>(HttpMethod.Post, Lead, $"{Line}/overrides", body);
        server.Time.Advance(TimeSpan.FromHours(1));
        await server.Answer<DecidedAnswer>(HttpMethod.Delete, Lead, $"{Line}/overrides/{made.Id}");

        var morning = await Roster("?from=2026-11-18T09:00:00Z&to=2026-11-18T11:00:00Z");
        Assert.That(
            morning.Periods.Where(period => period.Role == "Primary").Select(period => (period.From, period.OnDuty.Single().Id)),
            Is.EqualTo(new[] { (At("2026-11-18T09:00:00Z"), "0233-2"), (At("2026-11-18T10:00:00Z"), "0233-1") })
        );
    }

    [TestCase("First", "Add", "2026-11-18T12:00:00Z", "0233-2", "A layer, and Add, Remove or Replace")]
    [TestCase("Primary", "Add", "2026-11-18T08:00:00Z", "0233-2", "later than the beginning and than now")]
    [TestCase("Primary", "Add", "2026-11-18T12:00:00Z", null, "To add names whom to put on")]
    public async Task An_override_that_cannot_be_is_refused_with_what_is_allowed(
        string role,
        string kind,
        string to,
        string? who,
        string told
    )
    {
        var body = new
        {
            role,
            kind,
            from = "2026-11-18T09:00:00Z",
            to,
            @in = who,
        };
        using var answer = await server.Send(HttpMethod.Post, Lead, $"{Line}/overrides", body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.Contain(told));
    }

    [Test]
    public async Task A_shift_is_given_to_another_and_only_by_who_has_it()
    {
        var shift = (await Roster(Tomorrow)).Periods[0].OnDuty.Single().Why.Shift;
        var swap = new
        {
            shift,
            giver = "0233-1",
            taker = "0233-3",
        };
        await server.Answer<DecidedAnswer>(HttpMethod.Post, Lead, $"{Line}/swaps", swap);
        Assert.That(await PrimaryOf(Tomorrow), Is.EqualTo(("0233-3", "swap")));

        using var twice = await server.Send(HttpMethod.Post, Lead, $"{Line}/swaps", swap);
        Assert.That(twice.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await RunningServer.Detail(twice), Does.Contain("not 0233-1's to give"));
    }

    [Test]
    public async Task Leave_opens_a_shift_and_coverage_tells_of_the_gap_until_it_is_withdrawn()
    {
        Assert.That((await Coverage()).Sum.GapHours, Is.Zero);
        var leave = new { firstDay = "2026-11-19", lastDay = "2026-11-20" };
        var first = await server.Answer<DecidedAnswer>(HttpMethod.Post, Lead, $"{Line}/officers/0233-1/leave", leave);
        await server.Answer<DecidedAnswer>(HttpMethod.Post, Lead, $"{Line}/officers/0233-2/leave", leave);

        var coverage = await Coverage();
        Assert.That(coverage.Sum.GapHours, Is.EqualTo(12));
        Assert.That(coverage.Sum.CoveredHours + coverage.Sum.GapHours, Is.EqualTo(coverage.Sum.ObligationHours));
        Assert.That(
            coverage.Findings.Where(finding => finding.Kind == "Gap").Select(finding => (finding.Cause, finding.From)),
            Is.EqualTo(new[] { ("OnLeave", At("2026-11-19T08:00:00Z")), ("OnLeave", At("2026-11-20T08:00:00Z")) })
        );

        await server.Answer<DecidedAnswer>(HttpMethod.Delete, Lead, $"{Line}/officers/0233-1/leave/{first.Id}");
        Assert.That((await Coverage()).Sum.GapHours, Is.Zero);
    }

    [Test]
    public async Task What_was_published_outlives_a_new_roster_file()
    {
        await Saved(0, Shift("0233-2", "mon-fri"));
        await Published(new { firstDay = "2026-11-18", lastDay = "2027-01-31" });
        await server.Write(unit => new RosterStore().Replace(Population.Usual.Book(), unit));
        Assert.That(await PrimaryNow(), Is.EqualTo("Backup"));
    }

    [TestCase("?from=tomorrow")]
    [TestCase("?from=2026-11-18T10:00:00")]
    [TestCase("?from=2026-11-18T10:00:00Z&to=2026-11-18T10:00:00Z")]
    [TestCase("?to=2028-01-01T00:00:00Z")]
    public async Task A_period_that_is_none_is_refused_with_what_is_allowed(string period)
    {
        using var answer = await server.Send(HttpMethod.Get, "agent", $"{Line}/roster{period}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.Contain("at most 372 days apart"));
    }

    [Test]
    public async Task Another_offices_roster_is_not_planned_here()
    {
        using var answer = await server.Send(HttpMethod.Put, Lead, "/api/lines/0104-general/draft", Draft(0, Shift("0104-1", "mon-fri")));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var theirs = await server.Answer<CoverageAnswer>(HttpMethod.Get, Lead, "/api/coverage");
        Assert.That(theirs.Lines.Select(line => line.Line), Is.EqualTo(new[] { "0233-general" }));
    }

    private static object Shift(string officer, string days) =>
        new
        {
            id = "own",
            role = "Primary",
            days,
            from = "09:00",
            to = "15:00",
            validFrom = "2026-11-18",
            officer,
        };

    private static object Draft(int version, params object[] rules) => new { version, roster = new { rules } };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);

    private Task<DraftAnswer> Saved(int version, params object[] rules) =>
        server.Answer<DraftAnswer>(HttpMethod.Put, Lead, $"{Line}/draft", Draft(version, rules));

    private Task<PublishAnswer> Published(object body) =>
        server.Answer<PublishAnswer>(HttpMethod.Post, Lead, $"{Line}/draft/publish", body);

    private Task<LineRosterAnswer> Roster(string period) =>
        server.Answer<LineRosterAnswer>(HttpMethod.Get, "agent", $"{Line}/roster{period}");

    private Task<CoverageAnswer> Coverage() => server.Answer<CoverageAnswer>(HttpMethod.Get, "supervisor", "/api/coverage?unit=0233");

    private async Task<(string, string)> PrimaryOf(string period)
    {
        var duty = (await Roster(period)).Periods.Single(each => each.Role == "Primary").OnDuty.Single();
        return (duty.Id, duty.Why.Kind);
    }

    private async Task<string> PrimaryNow() =>
        (await server.Get<List<LineAnswer>>("agent", "offices/0233/lines")).Single().Primary.Single().Name;
}

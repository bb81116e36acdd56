using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Rosters;

/// <summary>A lead asks a draft what would have been. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class ReplayEndpointsTests
{
    private const string Lead = "lead:0233-3";
    private const string Line = "/api/lines/0233-general";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task Past_calls_are_asked_again_of_the_draft()
    {
        await Called("2026-11-16T09:00:00Z", urgent: false);
        await Called("2026-11-17T09:00:00Z", urgent: true);
        await Called("2026-11-17T09:30:00Z", urgent: true, callback: true);
        await Called("2026-11-12T09:00:00Z", urgent: true);
        await Drafted("mon");

        var replay = await Replayed(new { from = "2026-11-16", to = "2026-11-17" });

        Assert.That((replay.Line, replay.Uncovered, replay.UrgentUncovered), Is.EqualTo(("0233-general", 1, 1)));
        Assert.That(
            replay.Calls.Select(call => (call.Urgent, call.IsOpen, call.Rung, string.Join(',', call.Officers))),
            Is.EqualTo(new[] { (false, true, "primary", "Backup"), (true, true, null, "") })
        );
    }

    [Test]
    public async Task Calls_are_moved_by_weeks_for_a_draft_that_begins_after_them()
    {
        await Called("2026-11-16T09:00:00Z", urgent: false);
        await Drafted("mon", "2027-04-05");

        var replay = await Replayed(
            new
            {
                from = "2026-11-16",
                to = "2026-11-16",
                weeksLater = 20,
            }
        );

        Assert.That(
            replay.Calls.Single().At,
            Is.EqualTo(DateTimeOffset.Parse("2027-04-05T08:00:00Z", null)),
            "ten o'clock, in summer time"
        );
        Assert.That(replay.Calls.Single().Officers, Is.EqualTo(new[] { "Backup" }));
    }

    [Test]
    public async Task Who_is_on_pause_now_was_not_then_and_without_a_draft_what_stands_is_asked()
    {
        await Called("2026-11-16T09:00:00Z", urgent: false);
        await server.Write(unit => server.Get<RosterStore>().Pause("0233-1", NodaTime.Instant.FromUtc(2026, 11, 18, 8, 0), unit));

        var replay = await Replayed(new { from = "2026-11-16", to = "2026-11-16" });

        Assert.That((replay.Uncovered, replay.Calls.Single().Officers.Single()), Is.EqualTo((0, "Primary")));
    }

    [Test]
    public async Task The_answer_holds_nothing_of_the_caller()
    {
        await Called("2026-11-16T09:00:00Z", urgent: false);
        using var answer = await server.Send(HttpMethod.Post, Lead, $"{Line}/draft/replay", new { from = "2026-11-16", to = "2026-11-16" });
        var call = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("calls").EnumerateArray().Single();
        Assert.That(
            call.EnumerateObject().Select(property => property.Name),
            Is.EquivalentTo(new[] { "calledAt", "at", "urgent", "isOpen", "rung", "officers" })
        );
    }

    [TestCase("2026-11-17", "2026-11-16", 0, "are no days")]
    [TestCase(null, "2026-11-16", 0, "are no days")]
    [TestCase("2026-11-16", "2026-11-16", 107, "0 to 106")]
    [TestCase("2026-11-16", "2026-11-16", -1, "0 to 106")]
    public async Task What_is_no_period_is_refused(string? from, string? to, int weeksLater, string told)
    {
        var body = new
        {
            from,
            to,
            weeksLater,
        };
        using var answer = await server.Send(HttpMethod.Post, Lead, $"{Line}/draft/replay", body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.Contain(told));
    }

    [Test]
    public async Task Next_years_holidays_and_clock_changes_are_held_against_the_draft()
    {
        await Drafted("mon,wed,thu,fri");
        var days = await server.Get<List<SpecialDayAnswer>>(Lead, "lines/0233-general/draft/special-days?from=2027-01-01&to=2027-12-31");

        var easterTuesday = days.Single(day => day.Date == "2027-03-30");
        Assert.That((easterTuesday.ReopensAfter, easterTuesday.Sum.GapHours), Is.EqualTo((5, 6)));
        Assert.That(easterTuesday.Findings.Select(finding => finding.Kind), Does.Contain("Gap"));
        Assert.That(days.Single(day => day.Date == "2027-03-28").Hours, Is.EqualTo(23));
        Assert.That(days.Single(day => day.Date == "2027-10-31").Hours, Is.EqualTo(25));
        Assert.That(days.Single(day => day.Date == "2027-05-17").Named, Is.EquivalentTo(new[] { "grunnlovsdagen", "andre pinsedag" }));
    }

    private async Task Called(string at, bool urgent, bool callback = false)
    {
        var started = NodaTime.Instant.FromDateTimeOffset(DateTimeOffset.Parse(at, null));
        await server.Write(unit =>
            unit.Execute(
                """
                insert into transfers (id, call_id, callback_id, line_id, unit_number, kind, ladder, state, officer_is_in, urgent, has_agent,
                                       caller_is_on_line, caller_is_in_room, caller_is_held, skip_consult, agent_is_leaving, room,
                                       climb_from, climb_since, started_at, version)
                values (@at, 'call', @callback, '0233-general', '0233', 'Direct', '', 'Unanswered', @no, @urgent, @no,
                        @no, @no, @no, @no, @no, 0, 0, @started, @started, 1)
                """,
                new
                {
                    at,
                    callback = callback ? "callback" : null,
                    urgent,
                    no = false,
                    started,
                }
            )
        );
    }

    private async Task Drafted(string days, string validFrom = "2026-01-01")
    {
        var rule = new
        {
            id = "own",
            role = "Primary",
            days,
            from = "09:00",
            to = "15:00",
            validFrom,
            officer = "0233-2",
        };
        using var saved = await server.Send(
            HttpMethod.Put,
            Lead,
            $"{Line}/draft",
            new { version = 0, roster = new { rules = new[] { rule } } }
        );
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.OK), await saved.Content.ReadAsStringAsync());
    }

    private async Task<ReplayAnswer> Replayed(object body)
    {
        using var answer = await server.Send(HttpMethod.Post, Lead, $"{Line}/draft/replay", body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReplayAnswer>())!;
    }
}

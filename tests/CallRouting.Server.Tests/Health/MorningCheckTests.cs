using System.Net;
using CallRouting.Core.Health;
using CallRouting.Scenarios;
using CallRouting.Server.Calls;
using CallRouting.Server.Health;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Telephony;
using NodaTime;
using TestCall = CallRouting.Server.Tests.Calls.TestCall;

namespace CallRouting.Server.Tests.Health;

/// <summary>The morning check: a call from ourselves to ourselves, what today's callers would meet, and who is told.</summary>
public sealed class MorningCheckTests
{
    private const string Operator = "+4721000000";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start(("Health:OperatorPhone", "21 00 00 00"));

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task The_test_call_is_placed_once_from_our_number_to_our_number_and_presses_a_key()
    {
        await Begin();
        await server.Act();
        var placed = server.Asked.Dials.Single();
        Assert.That(
            (placed["To"], placed["From"], placed["SendDigits"]),
            Is.EqualTo((Population.National, Population.National, "wwwwww9"))
        );
        Assert.That(placed["Url"], Does.StartWith(RunningServer.PublicUrl + "/phone/test-call#"));
        var listens = await server.Phone.Post(placed["Url"], ("CallSid", "CA1"));
        Assert.That(listens.Document.Root.Elements().Select(verb => verb.Name.LocalName), Is.EqualTo(["Pause", "Hangup"]));
    }

    [Test]
    public async Task A_call_that_comes_in_hears_the_greeting_and_ends_is_a_good_check()
    {
        await Begin();
        await server.Act();
        var call = await ComesIn();
        await call.Presses("9");
        await call.HangsUp();
        await Concludes();

        var check = await Latest();
        Assert.That(check.ConcludedAt, Is.Not.Null);
        Assert.That((check.Hinders, check.TestCall), Is.EqualTo((false, (await TheCall(call)).Call.Id)));
        Assert.That(check.Findings.Select(finding => finding.Reason), Has.All.EqualTo(FindingReasons.NeverConfirmed), "nobody has yet");
        Assert.That(
            (await TheCall(call)).Timeline.Select(told => told.Kind),
            Is.EqualTo(["call arrived", "test call of the morning check", "call ended"])
        );
        Assert.That(await Told(), Does.Contain("morning check found something"));
    }

    [Test]
    public async Task A_test_call_makes_no_call_back_and_no_flag_and_nobody_is_told_by_SMS()
    {
        await Begin();
        await server.Act();
        var call = await ComesIn();
        await call.Presses("9");
        await call.HangsUp();
        await Concludes();
        Assert.That(await server.Get<List<FlagAnswer>>("supervisor", "flags"), Is.Empty);
        Assert.That(await server.Value<long>("select count(*) from callbacks"), Is.Zero);
        Assert.That(Messages(), Is.Empty);
    }

    [Test]
    public async Task A_call_that_never_comes_in_is_found_told_by_SMS_and_a_remark_of_readiness()
    {
        await Begin();
        await server.Act();
        await Concludes();

        var check = await Latest();
        Assert.That(check.Hinders);
        Assert.That(check.Findings[0], Is.EqualTo(new Finding(FindingReasons.CallDidNotComeIn, Hinders: true)));
        var message = Messages().Single();
        Assert.That(
            (message["To"], message["Body"]),
            Is.EqualTo((Operator, "Nav vakttelefon: morgensjekken kl. 10.01 fant noe som hindrer samtaler. Se rapporten."))
        );
        var (status, said) = await server.IsReady();
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), said);
        Assert.That(said, Does.Contain("The morning check of 2026-11-18T09:00:00Z found what hinders callers"));
    }

    [Test]
    public async Task A_call_that_the_provider_refuses_is_told_with_its_reason()
    {
        await Begin();
        server.Asked.AnswersWith(HttpStatusCode.Unauthorized, """{"code":20003}""");
        await server.Act();
        await Concludes();
        var finding = (await Latest()).Findings.Single(finding => finding.Reason == FindingReasons.CallRefused);
        Assert.That(finding.Detail, Does.Contain("20003"));
    }

    [Test]
    public async Task A_call_without_a_greeting_and_one_without_an_end_are_found()
    {
        await Begin();
        await server.Act();
        var call = await ComesIn();
        await Concludes();
        Assert.That((await Latest()).Findings[0].Reason, Is.EqualTo(FindingReasons.NoGreeting));

        await Begin();
        await server.Act();
        call = await ComesIn();
        await call.Presses("9");
        await Concludes();
        Assert.That((await Latest()).Findings[0].Reason, Is.EqualTo(FindingReasons.NoHangUp));
    }

    [Test]
    public async Task Lines_are_looked_at_as_they_will_be_at_the_next_opening()
    {
        await server.Write(unit =>
            server
                .Get<LineStore>()
                .TakeOutOfService(
                    new("0104-general"),
                    Instant.FromUtc(2026, 11, 20, 0, 0),
                    "lead",
                    Instant.FromUtc(2026, 11, 18, 9, 0),
                    unit
                )
        );
        await server.Write(unit => server.Get<RosterStore>().Pause("0316-1", Instant.FromUtc(2026, 11, 18, 9, 0), unit));
        await Begin();
        await server.Act();
        await Concludes();
        var check = await Latest();
        Assert.That(check.Opens, Is.EqualTo(new DateTimeOffset(2026, 11, 19, 8, 0, 0, TimeSpan.Zero)), "tomorrow at nine in Norway");
        Assert.That(
            check.Findings.Where(finding => finding.Line is not null).Select(finding => (finding.Line, finding.Reason, finding.Who)),
            Is.EqualTo([
                ("0104-general", FindingReasons.OutOfService, (string?)null),
                ("0233-general", FindingReasons.NeverConfirmed, "Primary"),
                ("0233-general", FindingReasons.NeverConfirmed, "Backup"),
                ("0316-general", FindingReasons.EverybodyPaused, null),
            ])
        );
    }

    [Test]
    public async Task A_call_from_our_own_number_at_another_time_is_a_switchboards_diversion()
    {
        var call = await ComesIn();
        Assert.That((await TheCall(call)).Timeline.Select(told => told.Kind), Does.Not.Contain("test call of the morning check"));
    }

    [Test]
    public async Task A_second_check_waits_for_the_first()
    {
        await Begin();
        using var client = server.Api("supervisor");
        using var second = await client.PostAsync(new Uri("/api/checks/morning", UriKind.Relative), null);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await server.Act();
        await Concludes();
        await Begin();
    }

    [Test]
    public async Task Before_the_first_check_there_is_none()
    {
        using var client = server.Api("supervisor");
        using var answer = await client.GetAsync(new Uri("/api/checks/morning", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(18, true, Description = "a Wednesday")]
    [TestCase(21, false, Description = "a Saturday")]
    public async Task The_job_checks_only_on_days_on_which_the_lines_open(int day, bool checks)
    {
        await server.Get<MorningCheck>().RunOnce(Instant.FromUtc(2026, 11, day, 7, 30));
        Assert.That(await server.Value<long>("select count(*) from morning_checks"), Is.EqualTo(checks ? 1 : 0));
    }

    [Test]
    public async Task Quartz_wakes_the_check_at_half_past_eight_in_Norway_by_our_clock()
    {
        await using var running = await RunningServer.Start(("Background", "true"));
        // It is ten o'clock: the next is tomorrow's.
        for (var hours = 0; hours < 22; hours++)
        {
            running.Time.Advance(TimeSpan.FromHours(1));
        }
        Assert.That(await running.Value<long>("select count(*) from morning_checks"), Is.Zero);
        running.Time.Advance(TimeSpan.FromMinutes(30));
        await Soon.Holds(
            async () =>
            {
                running.Time.Advance(TimeSpan.FromMilliseconds(1));
                return await running.Value<long>("select count(*) from morning_checks") == 1;
            },
            "the check has begun"
        );
    }

    private async Task Begin()
    {
        using var client = server.Api("supervisor");
        using var begun = await client.PostAsync(new Uri("/api/checks/morning", UriKind.Relative), null);
        Assert.That(begun.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    private Task<TestCall> ComesIn() => TestCall.Inbound(server, from: Population.National);

    private async Task Concludes()
    {
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await server.Act();
    }

    private Task<MorningCheckAnswer> Latest() => server.Get<MorningCheckAnswer>("administrator", "checks/morning");

    private async Task<CallStory> TheCall(TestCall call) =>
        await server.Get<CallStory>("supervisor", $"calls/{await server.Value<string>($"select id from calls where sid = '{call.Sid}'")}");

    private async Task<IEnumerable<string>> Told() =>
        (await server.Get<CallRouting.Server.Database.Reads>().Ask(unit => server.Get<Timeline>().After(0, 500, unit))).Select(told =>
            told.Kind
        );

    private IEnumerable<Asked> Messages() =>
        server.Asked.All.Where(asked => asked.Path.EndsWith("/Messages.json", StringComparison.Ordinal));
}

using System.Net;
using CallRouting.Core.Notices;
using CallRouting.Scenarios;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Telephony;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Notices;

/// <summary>Who is told what, and when. Nittedal has a lead and a deputy, Moss nobody to lead it; Siv supervises. It is Wednesday, 10:00.</summary>
public sealed class NoticeTests
{
    private const string Line = "/api/lines/0233-general";
    private Office office = null!;

    [SetUp]
    public async Task Start() => office = await Office.Opens();

    [TearDown]
    public async Task Stop() => await office.DisposeAsync();

    [Test]
    public async Task An_override_is_told_to_those_whom_it_concerns_and_not_to_who_made_it()
    {
        await office.Does("officer:0233-2", $"{Line}/overrides", Replace("0233-1", "0233-2"));
        Assert.That(
            (await office.Sent()).Select(sent => (sent["To"], sent["Body"])),
            Is.EqualTo(
                new[]
                {
                    (
                        Of("Primary"),
                        "Nav vakttelefon: vakten din på Vakttelefon, Nav Nittedal, torsdag 19. november klokka 9, er endret. Se vaktlista."
                    ),
                }
            )
        );
    }

    [Test]
    public async Task Leave_and_its_withdrawal_are_told_each_once()
    {
        var leave = new { firstDay = "2026-11-19", lastDay = "2026-11-20" };
        await office.Does("lead:0233-3", $"{Line}/officers/0233-1/leave", leave);
        Assert.That(await office.Sent(), Has.Count.EqualTo(1));
        var id = await office.Server.Value<string>("select id from officer_leave");
        using var ended = await office.Server.Send(HttpMethod.Delete, "lead:0233-3", $"{Line}/officers/0233-1/leave/{id}");
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await office.Sent(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_evening_before_everybody_on_duty_is_reminded_once_however_often_the_rounds_are_made()
    {
        await office.Round();
        Assert.That(await Reminders(), Is.Empty, "not yet six");
        await office.Becomes("2026-11-18T17:00:00Z");
        await office.Round();
        await office.Round();
        var told = (await Reminders()).ToList();
        Assert.That(told.Select(each => each["To"]).Order(), Is.EqualTo(new[] { Of("Primary"), Of("Backup") }.Order()));
        Assert.That(
            told[0]["Body"],
            Is.EqualTo("Nav vakttelefon: du har vakt på Vakttelefon, Nav Nittedal, torsdag 19. november klokka 9. Kan du ikke, svar FRI.")
        );
    }

    [Test]
    public async Task Who_was_down_at_six_tells_when_it_is_up_and_nobody_is_told_of_a_shift_that_is_no_longer_theirs()
    {
        await office.Round();
        await office.Does("lead:0233-3", $"{Line}/overrides", Replace("0233-1", "0233-3"));
        await office.Becomes("2026-11-18T19:30:00Z");
        await office.Server.Restart();
        await office.Round();
        Assert.That((await Reminders()).Select(each => each["To"]).Order(), Is.EqualTo(new[] { Of("Backup"), Of("Lead") }.Order()));
    }

    [Test]
    public async Task Uncovered_hours_go_to_the_lead_then_the_deputy_then_the_supervisor_each_after_four_open_hours()
    {
        await Uncover();
        await office.Becomes("2026-11-19T06:30:00Z");
        await office.Round();
        Assert.That((await Uncovered()).Select(each => each["To"]), Is.EqualTo(new[] { Of("Lead") }));
        await office.Becomes("2026-11-19T11:59:00Z");
        Assert.That(await Uncovered(), Has.Count.EqualTo(1), "the contact centre has not been open for four hours");
        await office.Becomes("2026-11-19T12:01:00Z");
        await office.Becomes("2026-11-20T10:05:00Z");
        await office.Becomes("2026-11-23T08:10:00Z");
        Assert.That(
            (await Uncovered()).Select(each => each["To"]),
            Is.EqualTo(new[] { Of("Lead"), Of("Deputy"), Office.Siv, Office.Stig })
        );
        await office.Becomes("2026-11-25T08:10:00Z");
        Assert.That(await office.Told("notice unconfirmed, nobody left"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_lead_on_leave_is_passed_over_and_a_line_without_a_lead_is_the_supervisors()
    {
        await office.Does("lead:0233-3", $"{Line}/officers/0233-3/leave", new { firstDay = "2026-11-19", lastDay = "2026-11-30" });
        await Uncover();
        await office.Becomes("2026-11-19T06:30:00Z");
        await office.Round();
        Assert.That((await Uncovered()).Select(each => each["To"]), Is.EqualTo(new[] { Of("Deputy") }));
        await office.HasMossWithNobody();
        await office.Becomes("2026-11-20T06:30:00Z");
        await office.Round();
        Assert.That((await Uncovered())[^1]["To"], Is.EqualTo(Office.Siv));
    }

    [Test]
    public async Task Hours_that_somebody_keeps_by_then_are_passed_on_to_nobody()
    {
        await Uncover();
        await office.Becomes("2026-11-19T06:30:00Z");
        await office.Round();
        Assert.That(await Uncovered(), Has.Count.EqualTo(1));
        await office.Server.Write(unit => unit.Execute("update roster_overrides set withdrawn_at = 1"));
        await office.Becomes("2026-11-20T06:00:00Z");
        Assert.That(await Uncovered(), Has.Count.EqualTo(1));
        Assert.That(
            await office.Server.Value<long>("select count(*) from notices where kind = 'HoursUncovered' and moot_at is not null"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_month_without_a_roster_is_told_of_from_a_fortnight_before_it()
    {
        await office.HasMossWithNobody();
        await office.Becomes("2026-12-17T06:30:00Z");
        await office.Round();
        Assert.That(await office.Sent("vaktliste fra"), Is.Empty);
        await office.Becomes("2026-12-18T06:30:00Z");
        await office.Round();
        Assert.That(
            (await office.Sent("vaktliste fra")).Single()["Body"],
            Does.Contain("Nav Moss, har ingen vaktliste fra fredag 1. januar.")
        );
        await office.Becomes("2026-12-21T06:30:00Z");
        await office.Round();
        Assert.That(
            (await office.Sent("vaktliste fra")).Select(sent => sent["To"]),
            Is.EqualTo(new[] { Office.Siv, Office.Stig }),
            "once to each"
        );
    }

    [Test]
    public async Task On_a_holiday_nobody_is_told_of_holes()
    {
        await office.HasMossWithNobody();
        await office.Becomes("2026-12-25T06:30:00Z");
        await office.Round();
        Assert.That(await Uncovered(), Is.Empty);
    }

    [Test]
    public async Task The_daily_round_that_was_missed_is_made_up_for_once()
    {
        await office.HasMossWithNobody();
        await office.Becomes("2026-11-19T10:00:00Z");
        await office.Round();
        await office.Server.Restart();
        await office.Round();
        Assert.That(await Uncovered(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_message_that_may_have_been_sent_is_never_sent_again_and_still_goes_to_the_next()
    {
        await Uncover();
        await office.Becomes("2026-11-19T06:30:00Z");
        office.Server.Asked.Fails(new IOException("the line is cut"));
        await office.Round();
        office.Server.Asked.Instead = null;
        Assert.That(await Uncovered(), Has.Count.EqualTo(1));
        await office.Becomes("2026-11-19T12:05:00Z");
        Assert.That((await Uncovered()).Select(each => each["To"]), Is.EqualTo(new[] { Of("Lead"), Of("Deputy") }));
    }

    [Test]
    public async Task Whom_the_provider_cannot_text_is_passed_over_at_once()
    {
        await Uncover();
        await office.Becomes("2026-11-19T06:30:00Z");
        office.Server.Asked.AnswersWith(HttpStatusCode.BadRequest, """{"code":21211}""");
        await office.Round();
        office.Server.Asked.Instead = null;
        await office.Passes(2);
        Assert.That((await Uncovered()).Select(each => each["To"]).Take(2), Is.EqualTo(new[] { Of("Lead"), Of("Deputy") }));
    }

    [Test]
    public async Task Rounds_that_are_turned_off_are_not_made()
    {
        await using var quiet = await RunningServer.Start(("Notices:Rounds", "false"));
        Assert.That(await quiet.Get<NoticeRounds>().RunOnce(quiet.Time.GetUtcNow().ToInstant()), Is.False);
    }

    private static string Of(string name) => Office.PhoneOf(name);

    private static object Replace(string person, string by) =>
        new
        {
            role = "Primary",
            kind = "Replace",
            from = "2026-11-19T09:00:00+01:00",
            to = "2026-11-19T15:00:00+01:00",
            @out = person,
            @in = by,
        };

    // From Monday 23 November nobody is on duty in Nittedal for three days.
    private async Task Uncover()
    {
        foreach (var (role, officer) in new[] { ("Primary", "0233-1"), ("Backup", "0233-2") })
        {
            var remove = new
            {
                role,
                kind = "Remove",
                from = "2026-11-23T00:00:00+01:00",
                to = "2026-11-26T00:00:00+01:00",
                @out = officer,
            };
            await office.Does("lead:0233-3", $"{Line}/overrides", remove);
        }
    }

    private Task<IReadOnlyList<Asked>> Uncovered() => office.Sent("mangler vakt");

    private Task<IReadOnlyList<Asked>> Reminders() => office.Sent("Kan du ikke, svar FRI");
}

using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Notices;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Callbacks;

/// <summary>A call-back that nobody makes. Promised on Wednesday 18 November 2026 at ten; due on Friday at ten.</summary>
public sealed class CallbackWarningsTests
{
    private const string HalfTime = "har frist";
    private const string Overdue = "skulle vært gjort";

    private Office office = null!;
    private string callback = "";

    [SetUp]
    public async Task Start()
    {
        office = await Office.Opens();
        var caller = await TestCall.InboundToLadder(office.Server);
        await caller.HangsUp();
        callback = (await office.Server.Value<string>("select id from callbacks"))!;
    }

    [TearDown]
    public async Task Stop() => await office.DisposeAsync();

    [Test]
    public async Task Nobody_is_told_before_half_of_the_time_has_passed()
    {
        await office.Becomes("2026-11-19T08:59:00Z");
        Assert.That(await Round(), Is.Zero);
        Assert.That(await office.Sent(HalfTime), Is.Empty);
    }

    [Test]
    public async Task At_half_time_whoever_would_be_rung_first_is_told_once_and_nothing_of_the_caller()
    {
        await office.Becomes("2026-11-19T09:01:00Z");
        Assert.That(await Round(), Is.EqualTo(1));
        Assert.That(await Round(), Is.Zero);

        var sent = (await office.Sent(HalfTime)).Single();
        Assert.That(sent["To"], Is.EqualTo(Office.PhoneOf("Primary")));
        Assert.That(
            sent["Body"],
            Is.EqualTo(
                "Nav vakttelefon: Vakttelefon, Nav Nittedal: en tilbakeringing har frist fredag 20. november klokka 10. Se tilbakeringinger."
            )
        );
    }

    [Test]
    public async Task A_named_officer_who_has_not_tried_by_then_loses_it_to_whoever_is_on_duty()
    {
        await office.Does("officer:0233-2", $"/api/callbacks/{callback}/adviser", new { officer = "0233-2" });
        await office.Becomes("2026-11-19T09:01:00Z");
        await Round();

        Assert.That((await office.Sent(HalfTime)).Single()["To"], Is.EqualTo(Office.PhoneOf("Primary")));
        Assert.That(await office.Server.Value<string?>("select adviser_id from callbacks"), Is.Null);
    }

    [Test]
    public async Task An_hour_before_the_deadline_the_lead_is_told_too()
    {
        await office.Becomes("2026-11-20T08:10:00Z");
        await Round();
        Assert.That(
            (await office.Sent("ingen har nådd")).Select(sent => sent["To"]),
            Is.EquivalentTo(new[] { Office.PhoneOf("Primary"), Office.PhoneOf("Lead") })
        );
    }

    [Test]
    public async Task An_overdue_one_goes_to_the_lead_and_from_there_to_the_deputy_until_somebody_confirms()
    {
        await office.Becomes("2026-11-20T09:01:00Z");
        await Round();
        Assert.That((await office.Sent(Overdue)).Single()["To"], Is.EqualTo(Office.PhoneOf("Lead")));

        await office.Becomes("2026-11-20T13:30:00Z");
        Assert.That((await office.Sent(Overdue)).Select(sent => sent["To"]), Does.Contain(Office.PhoneOf("Deputy")));
    }

    [Test]
    public async Task What_is_settled_is_not_warned_of()
    {
        await office.Does("officer:0233-1", $"/api/callbacks/{callback}/outcome", new { outcome = "SettledToday" });
        await office.Becomes("2026-11-20T09:01:00Z");
        Assert.That(await Round(), Is.Zero);
        Assert.That(await office.Sent(Overdue), Is.Empty);
    }

    [Test]
    public async Task A_service_that_was_down_at_half_time_gives_the_warning_that_is_due_when_it_is_up()
    {
        await office.Becomes("2026-11-20T09:30:00Z");
        await office.Server.Restart();
        await Round();
        Assert.That(await office.Sent(HalfTime), Is.Empty, "half time is past");
        Assert.That(await office.Sent(Overdue), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_offices_people_may_do_nothing_with_it_nor_see_it()
    {
        await office.HasMossWithNobody();
        foreach (var act in new[] { "ring", "adviser", "outcome", "reveal" })
        {
            using var answer = await office.Server.Send(
                HttpMethod.Post,
                "officer",
                $"/api/callbacks/{callback}/{act}",
                new { outcome = "SettledToday", officer = (string?)null }
            );
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), act);
        }
        Assert.That(await office.Server.Get<List<CallbackAnswer>>("officer", "callbacks"), Is.Empty);
    }

    [TestCase("Gone", null, "outcome: \"Gone\" is none. One of SettledToday, AppointmentMade, WillRingAgain, WrongOffice, NotReached.")]
    [TestCase("WrongOffice", "0233", "unit: 0233 owes this call-back already. Give another office's unit number.")]
    [TestCase(
        "WrongOffice",
        "9999",
        "unit: there is no duty line at 9999. Give the unit number of an office that has one, or none for the contact centre."
    )]
    [TestCase("SettledToday", "0233", "unit: only what was the wrong office's goes to another. Leave it out.")]
    public async Task What_cannot_be_is_refused_with_what_is_allowed(string outcome, string? unit, string detail)
    {
        using var answer = await office.Server.Send(
            HttpMethod.Post,
            "officer:0233-1",
            $"/api/callbacks/{callback}/outcome",
            new { outcome, unit }
        );
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail, Is.EqualTo(detail));
    }

    [Test]
    public async Task How_the_deadline_was_counted_is_told_day_by_day()
    {
        var details = await office.Server.Get<CallbackDetails>("officer:0233-1", $"callbacks/{callback}");
        Assert.That(
            details.Deadline!.Days.Select(day => (day.Date.Day, day.Counts)),
            Is.EqualTo(new[] { (18, false), (19, true), (20, true) })
        );
        Assert.That(details.History.Select(told => told.Kind), Does.Contain("call-back owed"));
    }

    [Test]
    public async Task Hours_by_the_clock_may_be_configured_in_the_place_of_working_days()
    {
        await using var other = await Office.Opens(("Routing:DeadlineClockHours", "48"));
        await (await TestCall.InboundToLadder(other.Server)).HangsUp();
        var owed = (await other.Server.Get<List<CallbackAnswer>>("supervisor", "callbacks")).Single();
        Assert.That(owed.DueAt - owed.CreatedAt, Is.EqualTo(TimeSpan.FromHours(48)));
    }

    private async Task<int> Round()
    {
        var warned = await office.Server.Get<CallbackRounds>().RunOnce(office.Server.Time.GetUtcNow().ToInstant());
        await office.Passes(5);
        return warned;
    }
}

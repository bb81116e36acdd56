using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;

namespace CallRouting.Server.Tests.Notices;

/// <summary>What leads and supervisors see of notices and drills, and confirm on the page.</summary>
public sealed class NoticeEndpointsTests
{
    private Office office = null!;

    [SetUp]
    public async Task Open()
    {
        office = await Office.Opens();
        await office.Texts(Office.PhoneOf("Primary"), "FRI");
        await office.Sent();
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task A_lead_sees_the_own_offices_notices_and_a_supervisor_everybodys()
    {
        var own = await Notices("lead:0233-3", "?open=true");
        Assert.That(
            own.Select(notice => (notice.Kind, notice.Recipient, notice.Place, notice.AsksForAnswer)),
            Is.EquivalentTo(new[] { ("ShiftOpened", "Lead", "Lead", true), ("BackupAsked", "Backup", (string?)null, true) })
        );
        Assert.That(own.Select(notice => notice.SentAt), Has.None.Null);
        Assert.That(await Notices("supervisor", ""), Has.Count.EqualTo(2));
        await office.HasMossWithNobody();
        Assert.That(await Notices("supervisor", "?unit=0104"), Is.Empty);
    }

    [Test]
    public async Task What_is_confirmed_on_the_page_is_confirmed_once_and_not_passed_on()
    {
        var opened = (await Notices("lead:0233-3", "")).Single(notice => notice.Kind == "ShiftOpened");
        using var first = await Confirm("lead:0233-3", opened.Id);
        var confirmed = (await first.Content.ReadFromJsonAsync<NoticeAnswer>())!;
        Assert.That((confirmed.ConfirmedBy, confirmed.ConfirmedAt), Is.EqualTo(("Lead", office.Server.Time.GetUtcNow())));
        using var again = await Confirm("supervisor", opened.Id);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await office.Becomes("2026-11-18T13:30:00Z");
        Assert.That((await Notices("supervisor", "")).Select(notice => notice.Recipient), Has.None.EqualTo("Deputy"));
    }

    [Test]
    public async Task Another_offices_notice_is_not_ones_own()
    {
        var population = new Scenarios.Population([.. Office.People.Offices, new("0104", "Moss", "Moss Primary", Lead: "Moss Lead")]);
        await office.Server.Write(unit => new RosterStore().Replace(population.Book(), unit));
        var opened = (await Notices("lead:0233-3", "")).Single(notice => notice.Kind == "ShiftOpened");
        using var refused = await Confirm("lead:0104-2", opened.Id);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Notices("lead:0104-2", "?unit=0233"), Is.Empty);
    }

    [Test]
    public async Task Whose_phone_is_not_tried_yet_is_seen_as_that()
    {
        var lines = await office.Server.Get<List<LineDrillsAnswer>>("lead:0233-3", "phone-drills?day=2026-11-19");
        Assert.That(
            lines.Single().Shifts.Select(shift => (shift.Officer, shift.State, shift.AskedAt)),
            Is.EquivalentTo(new[] { ("Primary", "notAsked", (DateTimeOffset?)null), ("Backup", "notAsked", null) })
        );
        using var bad = await office.Server.Send(HttpMethod.Get, "lead:0233-3", "/api/phone-drills?day=tomorrow");
        Assert.That(bad.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private Task<List<NoticeAnswer>> Notices(string who, string query) => office.Server.Get<List<NoticeAnswer>>(who, $"notices{query}");

    private Task<HttpResponseMessage> Confirm(string who, string notice) =>
        office.Server.Send(HttpMethod.Post, who, $"/api/notices/{notice}/confirm");
}

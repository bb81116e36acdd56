using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Calendars;
using CallRouting.Server.Tests.Calls;
using Microsoft.AspNetCore.TestHost;

namespace CallRouting.Server.Tests.Calendars;

/// <summary>Whoever has the address follows the duties behind it. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class CalendarFeedTests
{
    private const string Lead = "lead:0233-3";
    private const string Primary = "officer:0233-1";
    private const string Nittedal = "/api/offices/0233/calendars";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task An_officers_calendar_has_their_own_duties_and_nobody_elses()
    {
        var calendar = await Read(await Made(Primary, "0233-1"));

        Assert.That(calendar.Name, Is.EqualTo("Vakter for Primary – Nav Nittedal"));
        Assert.That(calendar.Events.Select(each => each.Summary).Distinct(), Is.EqualTo(new[] { "Vakttelefon (primær)" }));
        Assert.That(
            calendar.Events.Where(each => each.From.Wall.StartsWith("2026-11-1", StringComparison.Ordinal)).Select(Told),
            Is.EqualTo(
                new[]
                {
                    "2026-11-10T09:00:00 2026-11-10T15:00:00 CONFIRMED",
                    "2026-11-11T09:00:00 2026-11-11T15:00:00 CONFIRMED",
                    "2026-11-12T09:00:00 2026-11-12T15:00:00 CONFIRMED",
                    "2026-11-13T09:00:00 2026-11-13T15:00:00 CONFIRMED",
                    "2026-11-16T09:00:00 2026-11-16T15:00:00 CONFIRMED",
                    "2026-11-17T09:00:00 2026-11-17T15:00:00 CONFIRMED",
                    "2026-11-18T09:00:00 2026-11-18T15:00:00 CONFIRMED",
                    "2026-11-19T09:00:00 2026-11-19T15:00:00 CONFIRMED",
                }
            )
        );
        Assert.That(calendar.Events[^1].From.Wall, Is.EqualTo("2027-11-18T09:00:00"), "a year ahead");
        Assert.That(
            calendar.Events.Select(each => (each.From.Wall[11..], each.From.Utc.Hour)).Distinct(),
            Is.EquivalentTo(new[] { ("09:00:00", 7), ("09:00:00", 8) }),
            "nine o'clock on the wall, summer and winter"
        );
        Assert.That(calendar.Events.Select(each => each.Uid), Is.Unique);
    }

    [Test]
    public async Task An_offices_calendar_has_everybodys_with_name_layer_and_line()
    {
        var calendar = await Read(await Made(Lead, officer: null));

        Assert.That(calendar.Name, Is.EqualTo("Vaktliste – Nav Nittedal"));
        Assert.That(
            calendar.Events.Select(each => each.Summary).Distinct().Order(),
            Is.EqualTo(new[] { "Backup (bakvakt, Vakttelefon)", "Primary (primær, Vakttelefon)" })
        );
    }

    [Test]
    public async Task A_duty_that_was_taken_away_is_cancelled_for_sixty_days_and_then_gone()
    {
        var (own, backups) = (await Made(Primary, "0233-1"), await Made(Lead, "0233-2"));
        var before = Of(await Read(own), "2027-01-20");
        await Swapped(before, "0233-1", "0233-2");

        var after = Of(await Read(own), "2027-01-20");
        Assert.That((after.Uid, after.Status), Is.EqualTo((before.Uid, "CANCELLED")));
        Assert.That(after.Sequence, Is.GreaterThan(before.Sequence));
        Assert.That(after.Changed, Is.EqualTo("2026-11-18T09:00:00Z"));
        Assert.That(
            (await Read(backups)).Events.Count(each => each.From.Wall == "2027-01-20T09:00:00" && each.Status == "CONFIRMED"),
            Is.EqualTo(2),
            "both layers are theirs now"
        );
        server.Time.Advance(TimeSpan.FromDays(60));
        Assert.That(Of(await Read(own), "2027-01-20").Status, Is.EqualTo("CANCELLED"));
        server.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await Read(own)).Events.Where(each => each.From.Wall == "2027-01-20T09:00:00"), Is.Empty);
    }

    [Test]
    public async Task A_duty_that_comes_back_is_the_same_event_with_a_higher_sequence()
    {
        var own = await Made(Primary, "0233-1");
        var before = Of(await Read(own), "2027-01-20");
        var swap = await Swapped(before, "0233-1", "0233-2");
        var cancelled = Of(await Read(own), "2027-01-20");
        server.Time.Advance(TimeSpan.FromMinutes(5));
        using (var back = await server.Send(HttpMethod.Delete, Lead, $"/api/lines/0233-general/swaps/{swap}"))
        {
            Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        var again = Of(await Read(own), "2027-01-20");
        Assert.That((again.Uid, again.Status, again.Changed), Is.EqualTo((before.Uid, "CONFIRMED", "2026-11-18T09:05:00Z")));
        Assert.That(again.Sequence, Is.GreaterThan(cancelled.Sequence));
    }

    [Test]
    public async Task It_is_sent_once_and_not_again_until_something_changes()
    {
        var path = await Made(Primary, "0233-1");
        using var first = await Asked(path);
        Assert.That(first.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
        Assert.That(first.Headers.CacheControl!.ToString(), Is.EqualTo("max-age=900, private"));

        server.Time.Advance(TimeSpan.FromHours(5));
        using (var same = await Asked(path, first.Headers.ETag!.Tag))
        {
            Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(await same.Content.ReadAsByteArrayAsync(), Is.Empty);
        }
        await Swapped(Of(await Read(path), "2027-01-20"), "0233-1", "0233-2");
        using var changed = await Asked(path, first.Headers.ETag!.Tag);
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_secret_is_long_is_stored_nowhere_and_opens_nothing_once_it_is_withdrawn()
    {
        var path = await Made(Lead, officer: null);
        var secret = path["/calendars/".Length..^".ics".Length];
        Assert.That(secret, Has.Length.EqualTo(43), "256 bits");
        Assert.That(await server.Rows<string>("select secret_hash from calendar_addresses"), Has.One.Items.And.None.Contains(secret));
        Assert.That(await server.Rows<string>("select body from timeline"), Has.None.Contains(secret));

        var address = (await server.Get<List<CalendarAnswer>>(Lead, "offices/0233/calendars")).Single();
        using (var withdrawn = await server.Send(HttpMethod.Delete, Lead, $"{Nittedal}/{address.Id}"))
        {
            Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }
        using var answer = await Asked(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            await server.Rows<string>("select kind from timeline order by sequence"),
            Is.EqualTo(new[] { CalendarStories.Made, CalendarStories.Withdrawn })
        );
    }

    [TestCase("/calendars/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [TestCase("/calendars/x.ics")]
    public async Task A_wrong_secret_opens_nothing(string path)
    {
        using var answer = await Asked(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(Primary, "0233-2", HttpStatusCode.Forbidden, Description = "a colleague's")]
    [TestCase(Primary, null, HttpStatusCode.Forbidden, Description = "the office's is the lead's to give")]
    [TestCase("lead:0233-3", "0104-1", HttpStatusCode.NotFound, Description = "not of this office")]
    [TestCase("administrator", "0233-2", HttpStatusCode.OK)]
    public async Task Officers_make_their_own_and_leads_their_offices(string who, string? officer, HttpStatusCode expected)
    {
        using var answer = await server.Send(HttpMethod.Post, who, Nittedal, new { officer });
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task What_is_not_ones_own_is_neither_seen_nor_withdrawn()
    {
        await Made(Lead, officer: null);
        var address = (await server.Get<List<CalendarAnswer>>(Lead, "offices/0233/calendars")).Single();

        Assert.That(await server.Get<List<CalendarAnswer>>(Primary, "offices/0233/calendars"), Is.Empty);
        using var officer = await server.Send(HttpMethod.Delete, Primary, $"{Nittedal}/{address.Id}");
        using var elsewhere = await server.Send(HttpMethod.Delete, "administrator", $"/api/offices/0104/calendars/{address.Id}");
        Assert.That((officer.StatusCode, elsewhere.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    private static ReadEvent Of(ReadCalendar calendar, string date) => calendar.Events.Single(each => each.From.Wall == $"{date}T09:00:00");

    private static string Told(ReadEvent each) => $"{each.From.Wall} {each.To.Wall} {each.Status}";

    private async Task<string> Made(string who, string? officer)
    {
        using var answer = await server.Send(HttpMethod.Post, who, Nittedal, new { officer });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CalendarMadeAnswer>())!.Path;
    }

    private async Task<string> Swapped(ReadEvent duty, string giver, string taker)
    {
        // The address of an event is line/layer/rule/turn/date/officer@….
        var shift = string.Join('/', duty.Uid.Split('/')[2..4]);
        var body = new
        {
            shift,
            giver,
            taker,
        };
        using var answer = await server.Send(HttpMethod.Post, Lead, "/api/lines/0233-general/swaps", body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CallRouting.Server.Rosters.DecidedAnswer>())!.Id;
    }

    private async Task<ReadCalendar> Read(string path)
    {
        using var answer = await Asked(path);
        return await IcalJs.Read(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Asked(string path, string? known = null)
    {
        using var client = server.App.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(new(known));
        }
        return await client.SendAsync(request);
    }
}
